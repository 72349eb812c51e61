/**
 * The path of an address of this site, in the one form in which redirects are kept and looked up: percent-encoded only
 * where it has to be, without host, query, fragment, doubled slashes or one at the end. Undefined for what no reader's
 * address can be.
 */
export function sitePath(address: string): string | undefined {
  const path = address.trim().replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  if (/^[a-z][a-z\d+.-]*:/i.test(path))
    return undefined
  try {
    const segments = path.split('/').filter(Boolean).map(canonical)
    return segments.some(segment => segment === '.' || segment === '..') ? undefined : `/${segments.join('/')}`
  }
  catch {
    // What is not percent-encoded as it should be is the path of nothing.
    return undefined
  }
}

/** A character that was encoded because it separates stays so: `%2F` is no slash. */
function canonical(segment: string): string {
  return encodeURI(decodeURIComponent(segment).normalize('NFC')).replace(/[/?#]/g, encodeURIComponent)
}
