import type { ApiHandler } from './guardRequests.ts'
import { hasCredentials } from './hasCredentials.ts'
import { apiPolicy, securityHeaders } from './securityHeaders.ts'

/** Puts the security headers on an answer of the API, and lets nobody keep one that was given to a user. */
export function withSecurityHeaders(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    const answer = await handler(request, context)
    // The headers of an answer of `fetch` are fixed.
    const response = new Response(answer.body, answer)
    for (const [name, value] of Object.entries(securityHeaders(apiPolicy)))
      response.headers.set(name, value)
    const { slug = [] } = await context.params
    if (!isPublicFile(slug) && (hasCredentials(request.headers) || response.headers.has('set-cookie')))
      response.headers.set('cache-control', 'no-store')
    return response
  }
}

/** Pictures are public from the moment they are uploaded; the admin shows many, again and again. */
function isPublicFile([collection, route]: string[]): boolean {
  return collection === 'media' && route === 'file'
}
