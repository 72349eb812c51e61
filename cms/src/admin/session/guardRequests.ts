import type { SessionWatch } from './SessionWatch.ts'
import { SIGNED_IN_AS } from '../../users/SIGNED_IN_AS.ts'

type Fetch = typeof fetch

/**
 * Returns a `send` that names the signed-in user in every request. If the CMS refuses a request because the session has
 * ended, `send` waits until the user has signed in again and sends it once more. The caller only sees it take longer.
 */
export function guardRequests(watch: SessionWatch, send: Fetch): Fetch {
  return async (input, init) => {
    const { person } = watch
    if (person === undefined || input instanceof Request || !actsForPerson(new URL(input, window.location.href), init))
      return send(input, init)
    const headers = new Headers(init?.headers)
    headers.set(SIGNED_IN_AS, person)
    for (;;) {
      await watch.untilOpen()
      const response = await send(input, { ...init, headers })
      if (!mayBeSignedOut(response, headers) || (await watch.check()).is === 'open')
        return response
    }
  }
}

/** The routes about the session itself. */
const OF_THE_SESSION = /^\/api\/users\/(?:login|logout|me|forgot-password|reset-password)$/

/** The header that Next sends when the admin calls a server function. */
const SERVER_FUNCTION = 'next-action'

function actsForPerson({ origin, pathname }: URL, init: RequestInit | undefined): boolean {
  if (origin !== window.location.origin)
    return false
  return new Headers(init?.headers).has(SERVER_FUNCTION)
    || (pathname.startsWith('/api/') && !OF_THE_SESSION.test(pathname))
}

/** Whether the session may have ended. A server function answers 500 for every failure. */
function mayBeSignedOut({ status }: Response, headers: Headers): boolean {
  return status === 401 || status === 403 || (status === 500 && headers.has(SERVER_FUNCTION))
}
