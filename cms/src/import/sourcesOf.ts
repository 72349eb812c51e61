import type { Article, ArticleSection, CardData, Picture, Source, TableData } from './Article.ts'
import type { SectionSources } from './ArticleForm.ts'
import { articleKinds } from '../blocks/kinds.ts'

/** Returns the tables of an article, in its order. */
export function tablesOf({ sections }: Article): Source<TableData>[] {
  return sections.flatMap(section => sourcesOf(section).tables ?? [])
}

/** Returns the cards of an article, in its order. */
export function cardsOf({ sections }: Article): Source<CardData>[] {
  return sections.flatMap(section => sourcesOf(section).cards ?? [])
}

/** Returns every picture of an article, in its order. */
export function picturesOf({ hero, shareImage, authors, sections }: Article): Picture[] {
  return [
    hero,
    shareImage,
    ...authors.map(({ data }) => data?.photo),
    ...sections.flatMap(section => sourcesOf(section).pictures ?? []),
  ].filter(picture => picture !== undefined)
}

function sourcesOf(section: ArticleSection): SectionSources {
  const { sources } = articleKinds[section.blockType].article as {
    sources?: (section: ArticleSection) => SectionSources
  }
  return sources?.(section) ?? {}
}
