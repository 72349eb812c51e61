import type { Post } from '@masthead/shared/payload-types'
import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { Forbidden } from 'payload'

export interface UnpublishedReference {
  collection: CollectionSlug
  id: string
  title: string
}

/**
 * `GET /api/posts/:id/unpublished-references` returns the documents to which the latest draft refers and that readers
 * would miss.
 */
export const unpublishedReferencesEndpoint: Endpoint = {
  path: '/:id/unpublished-references',
  method: 'get',
  handler: async (req) => {
    if (!req.user)
      throw new Forbidden(req.t)
    const post = await req.payload.findByID({
      collection: 'posts',
      id: String(req.routeParams?.id),
      // A user who may not read the draft does not learn its references.
      draft: true,
      overrideAccess: false,
      depth: 0,
      showHiddenFields: true,
      req,
    })
    return Response.json({ docs: await unpublishedReferences(post, req) })
  },
}

async function unpublishedReferences(post: Post, req: PayloadRequest): Promise<UnpublishedReference[]> {
  const tags = (post as Post & { references?: string[] | null }).references ?? []
  const found: UnpublishedReference[] = []
  for (const collection of ['comparison-tables', 'takeaway-cards'] as const) {
    const ids = tags.filter(tag => tag.startsWith(`${collection}:`)).map(tag => tag.slice(collection.length + 1))
    if (ids.length === 0)
      continue
    const { docs } = await req.payload.find({
      collection,
      where: { and: [{ id: { in: ids } }, { _status: { not_equals: 'published' } }] },
      depth: 0,
      pagination: false,
      select: { title: true },
      req,
      overrideAccess: false,
    })
    found.push(...docs.map(doc => ({ collection, id: doc.id, title: doc.title || 'Untitled' })))
  }
  return found
}
