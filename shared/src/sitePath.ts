/**
 * Returns the path of an address of this site in the one form in which redirects are stored and looked up:
 * percent-encoded only if necessary, without host, query, fragment, double slashes or a trailing slash. Undefined for
 * an address that no reader can have.
 */
export function sitePath(address: string): string | undefined {
  const path = address.trim().replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  if (/^[a-z][a-z\d+.-]*:/i.test(path))
    return undefined
  const segments = path.split('/').filter(Boolean).map(segment => pathSegment(segment))
  return segments.some(segment => segment === undefined || segment === '.' || segment === '..')
    ? undefined
    : `/${segments.join('/')}`
}

/**
 * Returns a segment of a path in its one percent-encoded form; undefined if it is wrongly encoded. An encoded separator
 * stays encoded: `%2F` is no slash.
 *
 * @param change applied to the decoded text
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
