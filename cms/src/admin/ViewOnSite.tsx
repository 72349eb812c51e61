import type { BeforeDocumentControlsServerProps, CollectionSlug } from 'payload'
import { pathOf } from '@masthead/shared/paths'
import { env } from '../env.ts'

/** A link to the public page, on every document that has one and is published. */
export async function ViewOnSite({ collectionSlug, id, payload }: BeforeDocumentControlsServerProps & { collectionSlug?: CollectionSlug }) {
  if (!collectionSlug || id === undefined)
    return null
  const { docs: [published] } = await payload.find({
    collection: collectionSlug,
    where: { id: { equals: id }, _status: { equals: 'published' } },
    depth: 0,
    limit: 1,
    pagination: false,
    // The page is public, so its address is no secret to whoever may open the document.
    overrideAccess: true,
  })
  const path = published && 'slug' in published && pathOf(collectionSlug, published)
  return path
    ? <a className="view-on-site" href={env.siteUrl + path} target="_blank" rel="noreferrer">View on site</a>
    : null
}
