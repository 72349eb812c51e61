import type { Collections, CollectionSlug } from '@masthead/shared/types'

/** The collections whose documents are drafts until a user publishes them. */
export type DraftSlug = {
  [Slug in CollectionSlug]: '_status' extends keyof Collections[Slug] ? Slug : never
}[CollectionSlug]
