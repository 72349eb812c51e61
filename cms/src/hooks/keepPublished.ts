import type { CollectionBeforeOperationHook, CollectionSlug, Where } from 'payload'
import { APIError } from 'payload'

/**
 * An update that says neither `draft=true` nor a status is made to the latest version, status and all: where a draft is
 * pending over a published document, it would take the document off the site.
 *
 * @see https://github.com/payloadcms/payload/issues/13267
 */
export const keepPublished: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const { data, draft, id, where } = args as Update
  if (operation !== 'update' || draft || !data || '_status' in data || 'deletedAt' in data)
    return
  const slug = collection.slug as DraftSlug
  const { docs } = await req.payload.find({
    collection: slug,
    where: { and: [id === undefined ? where ?? {} : { id: { equals: id } }, { _status: { equals: 'published' } }] },
    select: {},
    depth: 0,
    pagination: false,
    req,
    overrideAccess: false,
  })
  const { totalDocs } = await req.payload.countVersions({
    collection: slug,
    where: { 'parent': { in: docs.map(doc => doc.id) }, 'latest': { equals: true }, 'version._status': { equals: 'draft' } },
    req,
    // That there is a draft is all that is asked.
    overrideAccess: true,
  })
  if (totalDocs > 0)
    throw new APIError('There is a draft that is not published yet. Say ?draft=true to change it, or _status "published" to publish it too.', 409, null, true)
}

type DraftSlug = CollectionSlug & ('comparison-tables' | 'ctas' | 'pages' | 'posts' | 'services' | 'takeaway-cards')

interface Update {
  data?: object
  draft?: boolean
  id?: number | string
  where?: Where
}
