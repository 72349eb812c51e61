import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Encoding, Page } from './Page'
import { encodingFor } from '../http/encodingFor'
import { matchesEtag } from '../http/matchesEtag'

/**
 * Sends a page in the smallest form that the reader takes, or says that the reader has it.
 *
 * @param freshness for a page that may be older than it should
 */
export function sendPage({ method, headers }: IncomingMessage, response: ServerResponse, page: Page, freshness: Freshness = {}): void {
  const encoding = encodingFor(headers['accept-encoding'])
  const { body, etag } = page.forms[encoding]
  const common = [...page.headers.flat(), 'vary', 'Accept-Encoding', ...freshnessHeaders(freshness)]
  if (page.status !== 200) {
    response.writeHead(page.status, [...common, 'cache-control', 'no-store', ...formHeaders(encoding, body.length)])
  }
  else if (matchesEtag(headers['if-none-match'], etag)) {
    response.writeHead(304, [...common, 'cache-control', CACHE_CONTROL, 'etag', etag])
    response.end()
    return
  }
  else {
    response.writeHead(200, [...common, 'cache-control', CACHE_CONTROL, 'etag', etag, ...formHeaders(encoding, body.length)])
  }
  response.end(method === 'HEAD' ? undefined : body)
}

export interface Freshness {
  /** Seconds since it was known to be the page. */
  age?: number
  /** Whether it is known to be no longer the page. */
  isStale?: boolean
}

function freshnessHeaders({ age, isStale }: Freshness): string[] {
  return [...(age === undefined ? [] : ['age', String(age)]), ...(isStale ? ['x-cache', 'stale'] : [])]
}

/** Whoever keeps a copy asks each time whether it is still the page, and may show it for a week when nobody answers. */
const CACHE_CONTROL = 'public, max-age=0, stale-if-error=604800'

function formHeaders(encoding: Encoding, length: number): string[] {
  return [...(encoding === 'identity' ? [] : ['content-encoding', encoding]), 'content-length', String(length)]
}
