import type { Connection } from './Connection.ts'
import { isUnreachable } from './isUnreachable.ts'

type Fetch = typeof fetch

/** Returns a `send` that records for each request whether it reached the CMS, and explains a failure in a sentence. */
export function observeConnection(connection: Connection, send: Fetch): Fetch {
  return async (input, init) => {
    try {
      const response = await send(input, init)
      connection.set(isUnreachable(response))
      return response
    }
    catch (error) {
      if (init?.signal?.aborted)
        throw error
      connection.set(true)
      throw new Error('The CMS cannot be reached. Try again in a moment.', { cause: error })
    }
  }
}
