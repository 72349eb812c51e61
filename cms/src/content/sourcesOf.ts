import type { Article, CardData, Picture, Source, TableData } from './Article.ts'

/** The tables of an article, in its order. */
export function tablesOf({ sections }: Article): Source<TableData>[] {
  return sections.flatMap(section => section.blockType === 'comparison' ? [section.table] : [])
}

/** The cards of an article, in its order. */
export function cardsOf({ sections }: Article): Source<CardData>[] {
  return sections.flatMap(section => section.blockType === 'spotlight' || section.blockType === 'takeaways' ? section.cards : [])
}

/** Every picture of an article, in its order. */
export function picturesOf({ hero, shareImage, authors, sections }: Article): Picture[] {
  return [
    hero,
    shareImage,
    ...authors.map(({ data }) => data?.photo),
    ...sections.map(section => section.blockType === 'picture' ? section.image : undefined),
  ].filter(picture => picture !== undefined)
}
