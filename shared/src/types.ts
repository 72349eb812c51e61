import type { Author, Category, ComparisonTable, Config, Media, Post, TakeawayCard } from './payload-types.ts'

/** Derived from the generated types: what the web works with. */

export type Collections = Omit<Config['collections'], `payload-${string}`>

export type CollectionSlug = keyof Collections

export type Globals = Config['globals']

export type GlobalSlug = keyof Globals

/** A section of an article, of any kind. */
export type Section = Post['sections'][number]

export type SectionKind = Section['blockType']

export type SectionOf<Kind extends SectionKind> = Extract<Section, { blockType: Kind }>

export type RichText = SectionOf<'prose'>['body']

type Document = Author | Category | ComparisonTable | Media | Post | TakeawayCard

/**
 * Whether a reference has been filled in. What a stranger may not see (a card that was never published, say) stays a
 * bare id.
 */
export function isPublished<T extends Document>(reference: T | string | null | undefined): reference is T {
  return typeof reference === 'object' && reference !== null
}
