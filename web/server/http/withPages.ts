import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { PageCache } from '../page-cache/PageCache'
import type { Pages } from '../rendering/Pages'
import type { Addresses } from './Addresses'
import type { ErrorPages } from './ErrorPages'
import type { Freshness } from './sendPage'
import { pageKey } from '../page-cache/pageKey'
import { secondsSince } from './freshnessOf'
import { leadFrom } from './leadFrom'
import { sendPage } from './sendPage'
import { answerLead } from './withOneAddress'

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
  pages: Pages
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
async function respond({ cache, pages, addresses, errorPages, freshness }: PagesOptions, { key, request, response, framework }: PageRequest): Promise<void> {
  try {
    const lead = addresses.isSettled && !cache.has(key) ? await leadFrom(key, queryOf(request), paths => addresses.ruleOf(paths)) : undefined
    if (lead)
      return await answerLead(request, response, lead, errorPages)
    const found = await pages.at(key)
    const page = found && found.page.status !== 503 ? found.page : addresses.isNowhere(key) ? await errorPages.get(404) : cache.unavailable
    // A redirect takes the query along, so the framework makes it for each request.
    if (!page || (page.status >= 300 && page.status < 400))
      framework(request, response)
    else
      sendPage(request, response, page, found?.staleSince ? { age: secondsSince(found.staleSince), isStale: true } : freshness())
  }
  catch {
    // The error is reported already. The framework responds with its page.
    framework(request, response)
  }
}

function queryOf({ url = '' }: IncomingMessage): string {
  return /\?.*/s.exec(url)?.[0] ?? ''
}
