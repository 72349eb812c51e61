import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { Write } from './Write.ts'
import { APIError } from 'payload'
import { movesTrash, targetsOf, writeOf } from './Write.ts'

/**
 * Limits users who may change documents but not publish them: they save drafts, and move only drafts into the trash and
 * out of it.
 */
export const limitToDrafts: CollectionBeforeOperationHook = async (
  { args, collection, operation, overrideAccess, req },
) => {
  if (overrideAccess || (operation !== 'create' && operation !== 'update') || !await isLimitedToDrafts(collection, req))
    return args
  const write = writeOf(args)
  const { data, draft } = write
  const movesOnly = movesTrash(write) && Object.keys(data).every(name => name === 'deletedAt' || name === '_status')
  if (movesTrash(write))
    await refuseIfPublished(collection.slug as CollectionSlug, write, req)
  if (data._status === 'published' || !(draft || movesOnly))
    throw new APIError(ASK_AN_EDITOR, 403, null, true)
  return args
}

export const ASK_AN_EDITOR = 'Writers save drafts (?draft=true). Ask an editor to publish: tick “Ready for review”.'

/** Whether the access rules let a user change documents, but not publish them. */
export async function isLimitedToDrafts(
  { access }: Pick<SanitizedCollectionConfig, 'access'>,
  req: PayloadRequest,
): Promise<boolean> {
  return Boolean(await access.update({ req })) && !await access.update({ req, data: { _status: 'published' } })
}

/**
 * Refuses a write to a published document. The access rules see the latest version, which is a draft if a change is
 * pending.
 */
async function refuseIfPublished(collection: CollectionSlug, write: Write, req: PayloadRequest): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection,
    where: { and: [targetsOf(write), { _status: { equals: 'published' } }] },
    trash: true,
    req,
    overrideAccess: false,
  })
  if (totalDocs > 0) {
    throw new APIError(
      'It has been published: ask an editor to put it in the trash, or to restore it.',
      403,
      null,
      true,
    )
  }
}
