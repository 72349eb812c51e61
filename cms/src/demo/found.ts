import type { CollectionSlug } from 'payload'

/** The ids of demo documents, by which others refer to them. */
export interface Found {
  post: (slug: string) => string
  category: (slug: string) => string
  service: (slug: string) => string
  page: (path: string) => string
  /** A picture of an article, by the beginning of its file name. */
  picture: (name: string) => string
}

export function linkTo<Slug extends CollectionSlug>(label: string, relationTo: Slug, value: string) {
  return { label, document: { relationTo, value } }
}
