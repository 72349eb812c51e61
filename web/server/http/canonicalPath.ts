import { isNonPagePath, unnumberedPath } from '@masthead/shared/paths'
import { pathSegment } from '@masthead/shared/sitePath'

/**
 * Returns the canonical spelling of a path: lower case, percent-encoded only where necessary, composed (NFC), without
 * dot segments, doubled or trailing slashes and the number of a first page, and with one slash in front. Outside of
 * pages, names keep their spelling. It never throws, and returns a canonical path as it is.
 *
 * @param path the path of a request as it was sent, without its query
 */
export function canonicalPath(path: string): string {
  const segments: string[] = []
  // Browsers read a backslash as a slash.
  for (const segment of path.split(/[/\\]/).map(inAscii)) {
    const name = spelled(segment)
    if (name === '..')
      segments.pop()
    else if (name !== '' && name !== '.')
      segments.push(segment)
  }
  const canonical = `/${segments.map(spelled).join('/')}`
  return isNonPagePath(canonical) ? `/${segments.join('/')}` : unnumberedPath(canonical)
}

/** Returns whether a path is spelled as those of pages are. */
export function isPageSpelling(path: string): boolean {
  return PAGE.test(path) && unnumberedPath(path) === path
}

/** As the CMS makes paths. */
const PAGE = /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/

/** Returns a segment in lower case. Malformed percent-encoding stays as it is: no page has such a path. */
function spelled(segment: string): string {
  return pathSegment(segment, text => text.toLowerCase()) ?? segment
}

/** Node reads each byte of an address as a character. */
function inAscii(segment: string): string {
  return segment.replace(BEYOND_ASCII, encodeByte)
}

const BEYOND_ASCII = /[^\0-\x7F]/g

function encodeByte(byte: string): string {
  return `%${(byte.charCodeAt(0) & 0xFF).toString(16).padStart(2, '0')}`
}
