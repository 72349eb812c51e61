/** What names a document wherever it is used: `posts:ID`. */
export function tagOf(collection: string, id: string): string {
  return `${collection}:${id}`
}
