import type { ApiHandler } from './ApiHandler.ts'
import { env } from '../env.ts'
import { errorResponse } from './errorResponse.ts'

/**
 * Answers 403 to a state-changing request from a page of another origin. Cookies ignore ports, and `SameSite` ignores
 * subdomains: without this, a page on another port or subdomain could act as its visitor's user.
 */
export function requireSameOrigin(handler: ApiHandler): ApiHandler {
  return async (request, context) =>
    isAllowed(request)
      ? handler(request, context)
      : errorResponse(
          403,
          `The CMS refuses this request from another site. Open the admin at ${env.cmsUrl}/admin, or set CMS_URL to the address at which you open it.`,
        )
}

/**
 * Whether the origin allows the request. Browsers send `Origin` with every state-changing request, so a cookie without
 * it does not come from a browser.
 */
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
