import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest, Where } from 'payload'
import { APIError } from 'payload'
import { is } from '../access.ts'

/**
 * Publishing and unpublishing are for editors. An update that does not say `draft=true` publishes, whatever else it
 * says, so a writer's must say it.
 *
 * @see https://github.com/payloadcms/payload/issues/13267
 */
export const writersSaveDrafts: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (!is(req, 'writer') || !CHANGES.has(operation))
    return
  const { data, draft, id, where } = args as Change
  if (data && 'deletedAt' in data)
    await refuseIfPublished(collection.slug as CollectionSlug, id === undefined ? where ?? {} : { id: { equals: id } }, req)
  const isTrashing = data && 'deletedAt' in data && Object.keys(data).length === 1
  if (!isTrashing && (!draft || data?._status === 'published'))
    throw new APIError('Writers save drafts (?draft=true). Ask an editor to publish: tick “Ready for review”.', 403, null, true)
}

interface Change {
  data?: { _status?: string, deletedAt?: string | null }
  draft?: boolean
  id?: number | string
  where?: Where
}

const CHANGES = new Set(['create', 'update', 'updateByID', 'restoreVersion'])

/**
 * What readers see goes into the trash, or comes back to them, by an editor's hand. The access rules look at the latest
 * version, which is a draft where a change is pending.
 */
async function refuseIfPublished(collection: CollectionSlug, where: Where, req: PayloadRequest) {
  const { totalDocs } = await req.payload.count({
    collection,
    where: { and: [where, { _status: { equals: 'published' } }] },
    trash: true,
    req,
    overrideAccess: false,
  })
  if (totalDocs > 0)
    throw new APIError('It has been published: ask an editor to put it in the trash, or to restore it.', 403, null, true)
}
