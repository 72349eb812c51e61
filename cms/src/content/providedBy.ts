import type { Article } from './Article.ts'
import { isOwn, isReference } from './Article.ts'
import { cardsOf, tablesOf } from './sourcesOf.ts'

/** What other files may refer to in an article: `posts/a-slug`, `takeaway-cards/a-key`. */
export function providedBy(article: Article): string[] {
  return [
    `posts/${article.slug}`,
    ...tablesOf(article).filter(isOwn).flatMap(({ key }) => key ? [`comparison-tables/${key}`] : []),
    ...cardsOf(article).filter(isOwn).flatMap(({ key }) => key ? [`takeaway-cards/${key}`] : []),
  ]
}

/** What an article refers to, in the same form. */
export function needsOf(article: Article): string[] {
  return [
    ...article.related.map(({ ref }) => `posts/${ref}`),
    ...tablesOf(article).filter(isReference).map(({ ref }) => `comparison-tables/${ref}`),
    ...cardsOf(article).filter(isReference).map(({ ref }) => `takeaway-cards/${ref}`),
  ]
}
