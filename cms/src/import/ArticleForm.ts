import type { SectionKind, SectionOf } from '@masthead/shared/types'
import type { CardData, Picture, Source, Sourced, TableData } from './Article.ts'
import type { Context } from './richText.ts'
import type { SectionSource } from './SectionSource.ts'
import type { SourceMap } from './SourceMap.ts'

/** The form in which article files (docs/article-format.md) write a kind of section. */
export type ArticleForm<Kind extends SectionKind>
  = & {
    /** The attributes of its directive, in addition to those of every section. */
    attributes?: string[]
    /** Returns the kind's own fields. */
    read: (section: SectionSource, context: Context) => ReadSection<Kind>
    /** A section of the kind, as docs/article-format.md shows it and the tests import it. */
    example: string
  }
  & (
    SectionOf<Kind> extends Sourced<SectionOf<Kind>> ? { sources?: never }
      : { sources: (section: Sourced<SectionOf<Kind>>) => SectionSources }
  )

export interface ReadSection<Kind extends SectionKind> {
  fields:
    & Omit<Sourced<SectionOf<Kind>>, keyof SharedFields | 'anchor' | 'blockName' | 'blockType' | 'id'>
    & Partial<SharedFields>
  /** The lines of fields that are not on the section's own line. */
  lines?: SourceMap | undefined
}

/** The documents that a section contains or refers to: the import plans them before the article. */
export interface SectionSources {
  cards?: Source<CardData>[]
  pictures?: Picture[]
  tables?: Source<TableData>[]
}

type SharedFields = Pick<SectionOf<'prose'>, 'heading' | 'kicker' | 'label' | 'summary'>
