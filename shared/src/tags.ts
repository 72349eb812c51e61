/**
 * The tags of the change feed, which name what pages depend on and what changes affect. See docs/how-it-stays-live.md.
 */

/** Returns the tag of a document: `posts:ID`. */
export function tagOf(collection: string, id: string): string {
  return `${collection}:${id}`
}

/**
 * Returns the tag of a list of documents: all, or those of one category or author. In a feed entry it has the date at
 * which an article entered or left: `posts:list:category=ID@2026-05-03T00:00:00.000Z`.
 */
export function listTag(
  collection: string,
  { field, id, date }: { field?: string, id?: string, date?: string } = {},
): string {
  return `${collection}:list${field ? `:${field}=${id}` : ''}${date ? `@${date}` : ''}`
}

/** Returns the tag of an address, with a page or without. */
export function pathTag(path: string): string {
  return PATH + path
}

/** Returns the address of a tag, if it is one of an address. */
export function pathIn(tag: string): string | undefined {
  return tag.startsWith(PATH) ? tag.slice(PATH.length) : undefined
}

/** Returns the list of a tag, if it is one of a list, as `listTag` names it without a date; and the date in the tag. */
export function listIn(tag: string): { list: string, date?: string } | undefined {
  const [, list, date] = LIST.exec(tag) ?? []
  return list === undefined ? undefined : { list, date }
}

/** Returns the id of a tag's document; the name of a global. */
export function idIn(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}

/** The fields by which pages filter the lists of a collection. */
export const LISTED_BY: Record<string, readonly string[] | undefined> = { posts: ['category', 'authors'] }

/** The date field by which the lists of a collection are ordered, if there is one. */
export const DATED_BY: Record<string, string | undefined> = { posts: 'publishedAt' }

const PATH = 'path:'

const LIST = /^([^:]+:list(?::[^@]+)?)(?:@(.+))?$/
