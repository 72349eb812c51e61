import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Page } from '../page-cache/Page'
import { bodyOf } from '../page-cache/Page'
import { encodingFor } from './encodingFor'
import { matchesEtag } from './matchesEtag'

/**
 * Sends a page in the smallest encoding that the reader accepts, or 304 if the reader has it.
 *
 * @param freshness how old the page may be
 */
export function sendPage(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  page: Page,
  freshness: Freshness = {},
): void {
  const encoding = encodingFor(headers['accept-encoding'])
  const etag = encoding === 'gzip' ? `"${page.etag}-gz"` : `"${page.etag}"`
  const common = [...page.headers.flat(), 'vary', 'Accept-Encoding', ...freshnessHeaders(freshness)]
  if (page.status === 200 && matchesEtag(headers['if-none-match'], etag)) {
    response.writeHead(304, [...common, 'cache-control', CACHE_CONTROL, 'etag', etag]).end()
    return
  }
  const body = encoding === 'gzip' ? page.gzip : bodyOf(page)
  const validity = page.status === 200 ? ['cache-control', CACHE_CONTROL, 'etag', etag] : ['cache-control', 'no-store']
  response.writeHead(page.status, [
    ...common,
    ...validity,
    ...(encoding === 'gzip' ? ['content-encoding', encoding] : []),
    'content-length',
    String(body.length),
  ])
  response.end(method === 'HEAD' ? undefined : body)
}

export interface Freshness {
  /** Seconds since the page was last known to be current. */
  age?: number
  /** Whether a newer page is known to exist. */
  isStale?: boolean
}

function freshnessHeaders({ age, isStale }: Freshness): string[] {
  return [...(age === undefined ? [] : ['age', String(age)]), ...(isStale ? ['x-cache', 'stale'] : [])]
}

/** Browsers revalidate their copy each time. They may show it for a week if the site does not respond. */
const CACHE_CONTROL = 'public, max-age=0, stale-if-error=604800'
