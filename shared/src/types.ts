import type { Config, Page, Post } from './payload-types.ts'

/** Types derived from the generated ones, for the site. */

export type Collections = Omit<Config['collections'], `payload-${string}`>

export type CollectionSlug = keyof Collections

export type Globals = Config['globals']

export type GlobalSlug = keyof Globals

/** A section of an article, of any kind. */
export type Section = Post['sections'][number]

export type SectionKind = Section['blockType']

/** A section of a service or a landing page, of any kind. */
export type LandingSection = Page['sections'][number]

export type LandingKind = LandingSection['blockType']

export type SectionOf<Kind extends SectionKind | LandingKind> = Extract<Section | LandingSection, { blockType: Kind }>

/** The collections whose documents sections refer to, rich text aside. */
export type SectionReference = SlugOf<DocumentsIn<Section | LandingSection>>

/** A link with its words, as an editor made it. */
export type Link = NonNullable<Globals['site']['navigation']>[number]

export type RichText = SectionOf<'prose'>['body']

/**
 * Whether a reference is populated. One that an anonymous visitor may not read (an unpublished card, for example) stays
 * a bare id.
 */
export function isPublished<T extends object>(reference: T | string | null | undefined): reference is T {
  return typeof reference === 'object' && reference !== null
}

type DocumentsIn<Value> = Value extends RichText ? never
  : Value extends { id: string, createdAt: string } ? Value
    : Value extends (infer Item)[] ? DocumentsIn<Item>
      : Value extends object ? { [Field in keyof Value]: DocumentsIn<Value[Field]> }[keyof Value]
        : never

/**
 * Finds the collection of a document type. Two collections may share fields, but only its own is assignable in both
 * directions.
 */
type SlugOf<Document> = {
  [Slug in CollectionSlug]: Document extends Collections[Slug] ? Collections[Slug] extends Document ? Slug : never
    : never
}[CollectionSlug]
