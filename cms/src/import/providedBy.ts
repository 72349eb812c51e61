import type { Article } from './Article.ts'
import { isOwn, isReference } from './Article.ts'
import { cardsOf, tablesOf } from './sourcesOf.ts'

/** Returns the documents of an article that other files may refer to: `posts/a-slug`, `takeaway-cards/a-key`. */
export function providedBy(article: Article): string[] {
  return [
    `posts/${article.slug}`,
    ...tablesOf(article).filter(isOwn).flatMap(({ key }) => key ? [`comparison-tables/${key}`] : []),
    ...cardsOf(article).filter(isOwn).flatMap(({ key }) => key ? [`takeaway-cards/${key}`] : []),
  ]
}

/** Returns the documents to which an article refers, in the same form. */
export function requiredBy(article: Article): string[] {
  return [
    ...article.related.map(({ ref }) => `posts/${ref}`),
    ...tablesOf(article).filter(isReference).map(({ ref }) => `comparison-tables/${ref}`),
    ...cardsOf(article).filter(isReference).map(({ ref }) => `takeaway-cards/${ref}`),
  ]
}
