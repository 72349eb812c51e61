/**
 * The path of an address of this site, in the one form in which redirects are kept and looked up: percent-encoded only
 * where it has to be, without host, query, fragment, doubled slashes or one at the end. Undefined for what no reader's
 * address can be.
 */
export function sitePath(address: string): string | undefined {
  const path = address.trim().replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  if (/^[a-z][a-z\d+.-]*:/i.test(path))
    return undefined
  const segments = path.split('/').filter(Boolean).map(segment => pathSegment(segment))
  return segments.some(segment => segment === undefined || segment === '.' || segment === '..') ? undefined : `/${segments.join('/')}`
}

/**
 * A segment of a path in the one form in which it is percent-encoded; undefined for what is not encoded as it should be.
 * A character that was encoded because it separates stays so: `%2F` is no slash.
 *
 * @param change made to the words that it stands for
 */
export function pathSegment(segment: string, change = (words: string) => words): string | undefined {
  try {
    return encodeURI(change(decodeURIComponent(segment)).normalize('NFC')).replace(/[/?#]/g, encodeURIComponent)
  }
  catch (error) {
    if (error instanceof URIError)
      return undefined
    throw error
  }
}
