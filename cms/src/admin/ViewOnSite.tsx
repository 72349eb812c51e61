import type { BeforeDocumentControlsServerProps, CollectionSlug } from 'payload'
import { pathOf } from '@masthead/shared/paths'
import { env } from '../env.ts'

/** A link to the public page, on every document that has one and is public: published, where its kind has drafts. */
export async function ViewOnSite({ collectionSlug, id, payload }: BeforeDocumentControlsServerProps & { collectionSlug?: CollectionSlug }) {
  if (!collectionSlug || id === undefined)
    return null
  const hasDrafts = Boolean(payload.collections[collectionSlug].config.versions?.drafts)
  const { docs: [published] } = await payload.find({
    collection: collectionSlug,
    where: { id: { equals: id }, ...(hasDrafts && { _status: { equals: 'published' } }) },
    depth: 0,
    limit: 1,
    pagination: false,
    // The page is public, so its address is no secret to whoever may open the document.
    overrideAccess: true,
  })
  const path = published && pathOf(collectionSlug, published as { slug?: string | null, path?: string | null })
  return path
    ? <a className="view-on-site" href={env.siteUrl + path} target="_blank" rel="noreferrer">View on site</a>
    : null
}
