/**
 * Returns a query in the syntax that Payload reads: nested keys in brackets, numbered lists, without `undefined`.
 *
 * `{ where: { slug: { equals: 'a b' } } }` becomes `?where[slug][equals]=a%20b`; an empty query becomes the empty
 * string.
 */
export function queryString(query: object): string {
  const pairs = [...pairsOf(query)].map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

function* pairsOf(value: unknown, key = ''): Generator<[key: string, value: string]> {
  if (value === undefined)
    return
  if (typeof value !== 'object' || value === null || value instanceof Date)
    return yield [key, value instanceof Date ? value.toISOString() : String(value)]
  for (const [name, inner] of Object.entries(value))
    yield* pairsOf(inner, key ? `${key}[${encodeURIComponent(name)}]` : encodeURIComponent(name))
}
