import { listTime } from './listTime.ts'

type Fetch = typeof fetch

/** Returns a `send` that says in a bulk edit which list the user has seen. */
export function nameListTime(send: Fetch): Fetch {
  return async (input, init) => {
    if (init?.method?.toUpperCase() !== 'PATCH' || input instanceof Request || listTime.current === undefined)
      return send(input, init)
    const url = new URL(input, window.location.href)
    if (url.origin !== window.location.origin || !BULK_PATH.test(url.pathname) || url.searchParams.has('revision'))
      return send(input, init)
    url.searchParams.set('revision', listTime.current)
    return send(url, init)
  }
}

const BULK_PATH = /^\/api\/[^/]+$/
