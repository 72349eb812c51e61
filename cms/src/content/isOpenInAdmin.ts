import type { Payload } from 'payload'
import type { Step } from './Step.ts'

/** Whether somebody is changing the document in the admin: they would save over an import without ever seeing it. */
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

/** How long Payload takes a lock for alive that has not been renewed. */
const LOCK_MS = 300_000
