import { isUnreachable } from './isUnreachable.ts'

type Fetch = typeof fetch

/**
 * Returns a `send` that repeats the request for a page of the admin until the CMS answers. When such a request fails,
 * Next loads the address in the browser, and the browser replaces the open form with an error page.
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

/**
 * Whether a request is for a page. A page that the admin prefetches before a click may fail: Next requests it again on
 * demand.
 */
function isForPage(headers: Headers): boolean {
  return headers.has('rsc') && !headers.has('next-router-prefetch')
}
