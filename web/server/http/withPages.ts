import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { PageCache } from '../page-cache/PageCache'
import type { PageResolver } from '../rendering/PageResolver'
import type { Addresses } from './Addresses'
import type { ErrorPages } from './ErrorPages'
import type { Freshness } from './sendPage'
import { pageKey } from '../page-cache/pageKey'
import { secondsSince } from './freshnessOf'
import { resolveRedirect } from './resolveRedirect'
import { sendPage } from './sendPage'
import { respondWithRedirect } from './withCanonicalAddress'

/** Responds with pages before the framework sees a request; everything else is for the framework. */
export function withPages(options: PagesOptions, framework: RequestListener): RequestListener {
  const { cache, freshness } = options
  return (request, response) => {
    const key = pageKey(request)
    const page = key === undefined ? undefined : cache.get(key)
    if (page)
      sendPage(request, response, page, freshness())
    else if (key === undefined)
      framework(request, response)
    else
      void respond(options, { key, request, response, framework })
  }
}

interface PagesOptions {
  cache: PageCache
  resolver: PageResolver
  addresses: Addresses
  errorPages: ErrorPages
  /** Returns how old a page may be that the cache takes for valid. */
  freshness: () => Freshness
}

interface PageRequest {
  key: string
  request: IncomingMessage
  response: ServerResponse
  framework: RequestListener
}

/** Responds with a page that is not in memory. */
async function respond(
  { cache, resolver, addresses, errorPages, freshness }: PagesOptions,
  { key, request, response, framework }: PageRequest,
): Promise<void> {
  try {
    const redirect = addresses.isSettled && !cache.has(key)
      ? await resolveRedirect(key, queryOf(request), paths => addresses.ruleOf(paths))
      : undefined
    if (redirect)
      return await respondWithRedirect(request, response, redirect, errorPages)
    const resolved = await resolver.resolve(key)
    const page = resolved && resolved.page.status !== 503
      ? resolved.page
      : addresses.isNowhere(key)
        ? await errorPages.get(404)
        : cache.unavailable
    // A redirect takes the query along, so the framework makes it for each request.
    if (!page || (page.status >= 300 && page.status < 400)) {
      framework(request, response)
    }
    else {
      sendPage(
        request,
        response,
        page,
        resolved?.staleSince ? { age: secondsSince(resolved.staleSince), isStale: true } : freshness(),
      )
    }
  }
  catch {
    // The error is reported already. The framework responds with its page.
    framework(request, response)
  }
}

function queryOf({ url = '' }: IncomingMessage): string {
  return /\?.*/s.exec(url)?.[0] ?? ''
}
