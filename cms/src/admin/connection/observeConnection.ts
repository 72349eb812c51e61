import type { Connection } from './Connection.ts'
import { isUnreachable } from './isUnreachable.ts'

type Fetch = typeof fetch

/** `send` that notes of each request whether it reached the CMS, and says so in words where it did not. */
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
