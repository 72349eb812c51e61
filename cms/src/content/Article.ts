import type { Author, Category, ComparisonTable, Media, Post, TakeawayCard } from '@masthead/shared/payload-types'
import type { RichText, SectionKind, SectionOf } from '@masthead/shared/types'
import type { Lines } from './Lines.ts'

/** An article as its file says it: nothing is looked up yet. */
export interface Article {
  slug: string
  post: Pick<Post, 'title' | 'excerpt' | 'tags'> & Partial<Pick<Post, 'publishedAt'>> & { seo: Pick<NonNullable<Post['seo']>, 'title' | 'description'> }
  category: Named<CategoryData>
  authors: Named<AuthorData>[]
  hero: Picture | undefined
  shareImage: Picture | undefined
  related: Reference[]
  sections: ArticleSection[]
  /** Where the post’s own values stand. */
  lines: Lines
}

/** A section whose tables, cards and pictures are still their sources. */
export type ArticleSection = { [Kind in SectionKind]: Sourced<SectionOf<Kind>> }[SectionKind]

/** A value with the sources of tables, cards and pictures in place of their ids, however deep they stand. */
export type Sourced<Value>
  = ComparisonTable extends Value ? Source<TableData>
    : TakeawayCard extends Value ? Source<CardData>
      : Media extends Value ? Picture
        : Value extends RichText ? Value
          : Value extends (infer Item)[] ? Sourced<Item>[]
            : Value extends object ? { [Field in keyof Value]: Sourced<Value[Field]> }
              : Value

export type CardData = Pick<TakeawayCard, 'title' | 'body' | 'points' | 'stats'>

export type TableData = Pick<ComparisonTable, 'title' | 'description' | 'criterionLabel' | 'columns' | 'rows'>

export type CategoryData = Pick<Category, 'title' | 'description'>

export type AuthorData = Pick<Author, 'name' | 'jobTitle' | 'bio'> & { photo: Picture | undefined }

/** A document that the article brings, or one that is there already. */
export type Source<Data> = Own<Data> | Reference

export interface Own<Data> {
  /** Names the document for good; undefined: made from the article and the title. */
  key: string | undefined
  data: Data
  lines: Lines
}

export interface Reference {
  ref: string
  line: number
}

/** A category or author by slug or name, with what is needed to make it. */
export interface Named<Data> {
  name: string
  slug: string | undefined
  /** Undefined: the name is all the file says. */
  data: Data | undefined
  lines: Lines
}

export interface Picture {
  /** As written: relative to the article’s file. */
  file: string
  alt: string
  credit: string | undefined
  lines: Lines
}

export function isReference<Data>(source: Source<Data>): source is Reference {
  return 'ref' in source
}

export function isOwn<Data>(source: Source<Data>): source is Own<Data> {
  return !isReference(source)
}
