import { createHash } from 'node:crypto'
import { slugify } from '@masthead/shared/slugify'

/**
 * The key of a table or card that its writer has not named: the same at every import of the article, and no other
 * article's, however alike the titles are.
 *
 * @param number how many of the article's documents with this title there are, up to this one
 */
export function keyOf(title: string, article: string, number: number): string {
  const mark = createHash('sha256').update(JSON.stringify([article, title, number])).digest('hex').slice(0, 8)
  const words = slugify(title).slice(0, 70).replace(/-$/, '')
  // A letter first: “-2” at its end would look like a number that the CMS has added.
  return `${words}${words && '-'}k${mark}`
}
