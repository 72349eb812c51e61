/** What pages use and changes touch: the words of the change feed. See docs/how-it-stays-live.md. */

/** Names a document wherever it is used: `posts:ID`. */
export function tagOf(collection: string, id: string): string {
  return `${collection}:${id}`
}

/**
 * A list of documents, all or those of one category or author; in an entry of the feed with the date at which an
 * article came or went: `posts:list:category=ID@2026-05-03T00:00:00.000Z`.
 */
export function listTag(collection: string, { field, id, date }: { field?: string, id?: string, date?: string } = {}): string {
  return `${collection}:list${field ? `:${field}=${id}` : ''}${date ? `@${date}` : ''}`
}

/** An address, whether there is a page or not. */
export function pathTag(path: string): string {
  return PATH + path
}

/** The address that a tag stands for, where it is one. */
export function pathIn(tag: string): string | undefined {
  return tag.startsWith(PATH) ? tag.slice(PATH.length) : undefined
}

/** The list that a tag stands for, where it is one, as `listTag` names it without a date; and the date in it. */
export function listIn(tag: string): { list: string, date?: string } | undefined {
  const [, list, date] = LIST.exec(tag) ?? []
  return list === undefined ? undefined : { list, date }
}

/** The id of the document that a tag stands for; a global goes by its name. */
export function idIn(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}

/** The fields by which lists of a collection are narrowed on pages. */
export const LISTED_BY: Record<string, readonly string[] | undefined> = { posts: ['category', 'authors'] }

/** The field by whose date the lists of a collection are ordered, where they are. */
export const DATED_BY: Record<string, string | undefined> = { posts: 'publishedAt' }

const PATH = 'path:'

const LIST = /^([^:]+:list(?::[^@]+)?)(?:@(.+))?$/
