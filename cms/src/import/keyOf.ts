import { createHash } from 'node:crypto'
import { slugify } from '@masthead/shared/slugify'

/**
 * Returns the key of a table or card without a key of its own: the same at every import of the article, and different
 * in every other article, even for the same title.
 *
 * @param article the slug of the article
 * @param number the position among the article's documents with this title, from 1
 */
export function keyOf(title: string, article: string, number: number): string {
  const mark = createHash('sha256').update(JSON.stringify([article, title, number])).digest('hex').slice(0, 8)
  const words = slugify(title).slice(0, 70).replace(/-$/, '')
  // A letter first: “-2” at the end would look like a number that the CMS has added.
  return `${words}${words && '-'}k${mark}`
}
