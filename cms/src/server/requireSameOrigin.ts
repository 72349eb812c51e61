import type { ApiHandler } from './guardRequests.ts'
import { env } from '../env.ts'
import { errorResponse } from './errorResponse.ts'

/**
 * Answers 403 to a request that changes something if a page of another origin sent it. Cookies ignore ports, and
 * `SameSite` ignores subdomains: without this, a page beside the CMS could act as the user who opens it.
 */
export function requireSameOrigin(handler: ApiHandler): ApiHandler {
  return async (request, context) => isAllowed(request)
    ? handler(request, context)
    : errorResponse(403, `The CMS does not take this from another site. Open the admin at ${env.cmsUrl}/admin, or set CMS_URL to the address at which you open it.`)
}

/** Browsers name the origin of every request that may change something, so a cookie without one is no browser's. */
function isAllowed({ method, headers }: Request): boolean {
  if (isSafe(method))
    return true
  const origin = headers.get('origin')
  if (origin === null)
    return !headers.has('cookie')
  return URL.canParse(origin) && [new URL(env.cmsUrl).host, headers.get('host')].includes(new URL(origin).host)
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
function isSafe(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method)
}
