import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionSlug, PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { MAX_COUNTED } from './formatCount.ts'
import { usesOf } from './usesOf.ts'

/** Refuses to move a document to the trash while other documents show it, and names them. */
export const refuseTrashWhileUsed: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data.deletedAt && originalDoc && !originalDoc.deletedAt)
    await refuse(collection.slug as CollectionSlug, String(originalDoc.id), { req, trash: false })
  return data
}

/**
 * Refuses to delete a document permanently while others use it, in the trash too, so that it is not missing when one is
 * restored.
 */
export const refuseDeleteWhileUsed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  await refuse(collection.slug as CollectionSlug, String(id), { req, trash: true })
}

async function refuse(collection: CollectionSlug, id: string, { req, trash }: { req: PayloadRequest, trash: boolean }) {
  const uses = await usesOf(collection, id, { req, trash })
  if (uses.length === 0)
    return
  const list = uses.slice(0, 10).map(use => use.label).join(', ')
  const more = uses.length > 10 ? ` and ${uses.length < MAX_COUNTED ? uses.length - 10 : 'many'} more` : ''
  throw new APIError(`It is used by ${list}${more}. Take it out there first.`, 409, { uses }, true)
}
