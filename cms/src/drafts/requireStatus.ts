import type { CollectionBeforeOperationHook, CollectionSlug } from 'payload'
import { APIError } from 'payload'
import { saysStatus, targetsOf, writeOf } from './Write.ts'

/**
 * Refuses an update of a published document that says neither `draft=true` nor a status. Payload would apply it to the
 * latest version and store the result for readers: it publishes the change or, if a draft is pending, takes the
 * document off the site.
 *
 * @see https://github.com/payloadcms/payload/issues/13267
 */
export const requireStatus: CollectionBeforeOperationHook = async (
  { args, collection, operation, overrideAccess, req },
) => {
  const write = writeOf(args)
  if (operation !== 'update' || write.draft || write.data.deletedAt || saysStatus(write))
    return args
  // Payload itself refuses users who may not update.
  if (!overrideAccess && !await collection.access.update({ req }))
    return args
  const { totalDocs } = await req.payload.count({
    collection: collection.slug as CollectionSlug,
    where: { and: [targetsOf(write), { _status: { equals: 'published' } }] },
    trash: write.trash,
    req,
    overrideAccess: overrideAccess === true,
  })
  if (totalDocs > 0) {
    throw new APIError(
      'It is published, and the request does not say what readers get. Send ?draft=true to save a draft, "_status": "published" to publish the change, or "_status": "draft" to unpublish.',
      409,
      null,
      true,
    )
  }
  return args
}
