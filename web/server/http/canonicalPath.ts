import { isNonPagePath, unnumberedPath } from '@masthead/shared/paths'
import { pathSegment } from '@masthead/shared/sitePath'

/**
 * The one spelling of a path, of all in which it may be asked for: lower case, percent-encoded only where it has to be,
 * composed (NFC), without dot segments, doubled slashes, one at the end, and the number of a first page. It begins with
 * one slash. Never throws; of itself it makes itself. In the parts of the site that
 * are no pages, names stay as they are.
 *
 * @param path of a request as it was sent, without its query
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

/** Whether a path is spelled as pages are, which most are. */
export function isPageSpelling(path: string): boolean {
  return PAGE.test(path) && unnumberedPath(path) === path
}

/** As the CMS makes addresses. */
const PAGE = /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/

/** What is not percent-encoded as it should be stays as it is: it is the path of nothing. */
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
