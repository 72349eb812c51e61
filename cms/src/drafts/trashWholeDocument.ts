import type { CollectionBeforeOperationHook, CollectionSlug } from 'payload'
import { APIError } from 'payload'
import { movesTrash, targetsOf, writeOf } from './Write.ts'

/**
 * Keeps the trash to whole documents. With `draft=true`, `deletedAt` would hide a document from the lists of the admin
 * while readers still get it. The flag has no effect on a move to the trash, and is refused on the way back, where it
 * could mean either status.
 */
export const trashWholeDocument: CollectionBeforeOperationHook = async (
  { args, collection, operation, overrideAccess, req },
) => {
  const write = writeOf(args)
  const { data } = write
  if (operation !== 'update' || !write.draft || !movesTrash(write))
    return args
  if (data.deletedAt) {
    if (Object.keys(data).some(name => name !== 'deletedAt' && name !== '_status')) {
      throw new APIError(
        'This would move it to the trash and save a draft. Send “deletedAt” in a request of its own.',
        400,
        null,
        true,
      )
    }
    return { ...args, draft: false }
  }
  const { totalDocs } = await req.payload.count({
    collection: collection.slug as CollectionSlug,
    where: { and: [targetsOf(write), { deletedAt: { exists: true } }] },
    trash: write.trash,
    req,
    overrideAccess: overrideAccess === true,
  })
  if (totalDocs > 0) {
    throw new APIError(
      'It is in the trash. Take it out without ?draft=true, and say "_status": "draft" to get a draft.',
      400,
      null,
      true,
    )
  }
  return args
}
