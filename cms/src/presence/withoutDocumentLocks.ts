import type { Payload, SanitizedConfig } from 'payload'

/**
 * Turns Payload’s document locks off for every collection and global: presence replaces them. Payload deletes a lock
 * with each save, so that a user who opens the form later sees none.
 *
 * The table of the locks stays in the database, so that no migration is needed. Without its collection at run time,
 * Payload neither reads nor writes it.
 */
export async function withoutDocumentLocks(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const entity of [...config.collections, ...config.globals])
    entity.lockDocuments = false
  const { onInit } = config
  config.onInit = async (payload) => {
    delete (payload.collections as Partial<Payload['collections']>)['payload-locked-documents']
    await onInit?.(payload)
  }
  return config
}
