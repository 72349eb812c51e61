import type { Author, Category, ComparisonTable, Media, Post, TakeawayCard } from '@masthead/shared/payload-types'
import type { RichText, SectionKind, SectionOf } from '@masthead/shared/types'
import type { SourceMap } from './SourceMap.ts'

/** An article as its file states it, before any lookup. */
export interface Article {
  slug: string
  post: Pick<Post, 'title' | 'excerpt' | 'tags'> & Partial<Pick<Post, 'publishedAt'>> & {
    seo: Pick<NonNullable<Post['seo']>, 'title' | 'description'>
  }
  category: Named<CategoryData>
  authors: Named<AuthorData>[]
  hero: Picture | undefined
  shareImage: Picture | undefined
  related: Reference[]
  sections: ArticleSection[]
  /** The lines of the post’s own values. */
  lines: SourceMap
}

/** A section that holds the sources of tables, cards and pictures instead of their ids. */
export type ArticleSection = { [Kind in SectionKind]: Sourced<SectionOf<Kind>> }[SectionKind]

/** A value with the sources of tables, cards and pictures in place of their ids, at any depth. */
export type Sourced<Value> = ComparisonTable extends Value ? Source<TableData>
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

/** A document that the article contains, or a reference to an existing one. */
export type Source<Data> = Own<Data> | Reference

export interface Own<Data> {
  /** Identifies the document permanently; undefined if the import derives it from the article and the title. */
  key: string | undefined
  data: Data
  lines: SourceMap
}

export interface Reference {
  ref: string
  line: number
}

/** A category or author by slug or name, with the data to create it. */
export interface Named<Data> {
  name: string
  slug: string | undefined
  /** Undefined if the file gives only the name. */
  data: Data | undefined
  lines: SourceMap
}

export interface Picture {
  /** The path as written: relative to the article’s file. */
  file: string
  alt: string
  credit: string | undefined
  lines: SourceMap
}

export function isReference<Data>(source: Source<Data>): source is Reference {
  return 'ref' in source
}

export function isOwn<Data>(source: Source<Data>): source is Own<Data> {
  return !isReference(source)
}
