import type { ApiHandler } from './guardRequests.ts'
import { isPrepared } from './preparation.ts'
import { refusal } from './refusal.ts'

/** `handler` once the server is prepared; until then it says so. */
export function whenPrepared(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    if (await isPrepared())
      return handler(request, context)
    const response = refusal(503, 'The CMS cannot reach its database yet. Try again in a moment.')
    response.headers.set('retry-after', '5')
    return response
  }
}
