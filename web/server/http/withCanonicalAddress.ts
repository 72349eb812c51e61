import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ErrorPages } from './ErrorPages'
import type { ResolvedRedirect, RuleOf } from './resolveRedirect'
import { CmsError } from '@masthead/shared/error'
import { ENQUIRY, isPagePath } from '@masthead/shared/paths'
import { canonicalPath, isPageSpelling } from './canonicalPath'
import { resolveRedirect } from './resolveRedirect'
import { SECURITY_HEADERS } from './securityHeaders'
import { sendPage } from './sendPage'

/**
 * Forwards requests for canonical addresses, and redirects all other spellings, so that nothing behind this listener
 * sees them. Pages accept GET and HEAD, and the enquiry form POST; other methods get 405.
 */
export function withCanonicalAddress(
  { ruleOf, errorPages }: { ruleOf: RuleOf, errorPages: ErrorPages },
  next: RequestListener,
): RequestListener {
  return (request, response) => {
    const url = request.url = originForm(request.url ?? '/')
    const [path, query] = split(url)
    if (isPageSpelling(path) && isRead(request))
      return next(request, response)
    const canonical = canonicalPath(path)
    const isPage = isPagePath(canonical)
    if (isPage && !isRead(request) && !(canonical === ENQUIRY && request.method === 'POST'))
      return void refuseMethod(request, response, errorPages).catch((error: Error) => fail(response, error))
    if (canonical === path)
      return next(request, response)
    // With 308 a browser sends the form again, to the canonical address.
    if (!isRead(request))
      return sendRedirect(response, { status: 308, location: canonical + query })
    void resolveRedirect(path, query, ruleOf)
      // Without the CMS, the canonical spelling is still known.
      .catch((error: unknown): ResolvedRedirect => {
        if (error instanceof CmsError)
          return { status: 301, location: canonical + query }
        throw error
      })
      .then(redirect => respondWithRedirect(request, response, redirect!, errorPages))
      .catch((error: Error) => fail(response, error))
  }
}

/** Responds with a redirect, or with the page for what is gone. */
export async function respondWithRedirect(
  request: IncomingMessage,
  response: ServerResponse,
  redirect: ResolvedRedirect,
  errorPages: ErrorPages,
): Promise<void> {
  if (redirect.location === undefined)
    sendPage(request, response, await errorPages.get(redirect.status))
  else
    sendRedirect(response, redirect)
}

/** A redirect may change at any time, so browsers revalidate it. */
function sendRedirect(response: ServerResponse, { status, location }: ResolvedRedirect): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Location': location,
    'Cache-Control': 'no-cache',
    'Content-Length': 0,
  }).end()
}

async function refuseMethod(request: IncomingMessage, response: ServerResponse, errorPages: ErrorPages): Promise<void> {
  // Discards the body.
  request.resume()
  response.setHeader('Allow', 'GET, HEAD')
  sendPage(request, response, await errorPages.get(405))
}

function fail(response: ServerResponse, error: Error): void {
  console.error(error)
  response.writeHead(500, { ...SECURITY_HEADERS, 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Returns a target in origin form. HTTP requires that servers accept the absolute form too. */
function originForm(url: string): string {
  return url.startsWith('/') ? url : url.replace(ORIGIN, '').replace(/^(?=\?|$)/, '/')
}

const ORIGIN = /^https?:\/\/[^/?]*/i

function split(url: string): [path: string, query: string] {
  const end = url.indexOf('?')
  return end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end)]
}
