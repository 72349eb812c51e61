import type { Payload } from 'payload'
import type { Step } from './Step.ts'

/** Whether a user has the document open in the admin: their next save would overwrite an import that they never saw. */
export async function isOpenInAdmin(payload: Payload, collection: Step['collection'], id: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'payload-locked-documents',
    where: {
      'document.relationTo': { equals: collection },
      'document.value': { equals: id },
      'updatedAt': { greater_than: new Date(Date.now() - LOCK_MS).toISOString() },
    },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/** Milliseconds after which Payload ignores a lock that was not renewed. */
const LOCK_MS = 300_000
