import type { SessionWatch } from './SessionWatch.ts'
import { SIGNED_IN_AS } from '../../people/SIGNED_IN_AS.ts'

type Fetch = typeof fetch

/**
 * `send` for what a signed-in person does: every request names that person. One that the CMS refuses because the
 * session ended waits until the person has signed in again, and is sent once more. Whoever sent it only sees it take longer.
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

/** These are about the session itself. */
const OF_THE_SESSION = /^\/api\/users\/(?:login|logout|me|forgot-password|reset-password)$/

/** What Next sends when the admin calls a function of its server. */
const SERVER_FUNCTION = 'next-action'

function actsForPerson({ origin, pathname }: URL, init: RequestInit | undefined): boolean {
  if (origin !== window.location.origin)
    return false
  return new Headers(init?.headers).has(SERVER_FUNCTION) || (pathname.startsWith('/api/') && !OF_THE_SESSION.test(pathname))
}

/** A function of the server that fails for whatever reason answers 500. */
function mayBeSignedOut({ status }: Response, headers: Headers): boolean {
  return status === 401 || status === 403 || (status === 500 && headers.has(SERVER_FUNCTION))
}
