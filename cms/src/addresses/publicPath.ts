import type { CollectionSlug, PayloadRequest } from 'payload'
import { pathOf } from '@masthead/shared/paths'

/**
 * Returns the address at which readers find a document now; undefined where they find none. The stored row decides,
 * because the latest version may be a draft.
 */
export async function publicPath(
  collection: CollectionSlug,
  id: string,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { config } = req.payload.collections[collection]
  const names = new Set(config.flattenedFields.map(({ name }) => name))
  const { docs: [doc] } = await req.payload.find({
    collection,
    where: { id: { equals: id }, ...(config.versions && { _status: { equals: 'published' } }) },
    select: Object.fromEntries(['slug', 'path'].filter(name => names.has(name)).map(name => [name, true as const])),
    depth: 0,
    limit: 1,
    pagination: false,
    // Published addresses are public.
    overrideAccess: true,
    req,
  })
  return doc && pathOf(collection, doc as { slug?: string, path?: string })
}
