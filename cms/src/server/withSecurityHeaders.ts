import type { ApiHandler } from './ApiHandler.ts'
import { hasCredentials } from './hasCredentials.ts'
import { apiPolicy, securityHeaders } from './securityHeaders.ts'

/** Adds the security headers to a response of the API, and forbids caches to store a user's response. */
export function withSecurityHeaders(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    const answer = await handler(request, context)
    // The headers of a `fetch` response are immutable.
    const response = new Response(answer.body, answer)
    for (const [name, value] of Object.entries(securityHeaders(apiPolicy)))
      response.headers.set(name, value)
    const { slug = [] } = await context.params
    if (!isPublicFile(slug) && (hasCredentials(request.headers) || response.headers.has('set-cookie')))
      response.headers.set('cache-control', 'no-store')
    return response
  }
}

/**
 * Whether a route serves a file of a picture. Pictures are public as soon as they are uploaded, and the admin shows
 * many of them repeatedly.
 */
function isPublicFile([collection, route]: string[]): boolean {
  return collection === 'media' && route === 'file'
}
