import { isUnreachable } from './isUnreachable.ts'

type Fetch = typeof fetch

/**
 * Returns a `send` that repeats the request for a page of the admin until the CMS answers. Next loads the address by the
 * browser when such a request fails, and the browser replaces the open form with an error page.
 */
export function awaitPages(send: Fetch, pauseMs = 1000): Fetch {
  return async (input, init) => {
    if (!isForPage(new Headers(init?.headers)))
      return send(input, init)
    for (;;) {
      const response = await send(input, init).catch((error) => {
        if (init?.signal?.aborted)
          throw error
      })
      if (response && !isUnreachable(response))
        return response
      await new Promise(resolve => setTimeout(resolve, pauseMs))
    }
  }
}

/** A page that is loaded ahead of a click may fail: Next asks again when it is needed. */
function isForPage(headers: Headers): boolean {
  return headers.has('rsc') && !headers.has('next-router-prefetch')
}
