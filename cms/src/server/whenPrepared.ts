import type { ApiHandler } from './ApiHandler.ts'
import { errorResponse } from './errorResponse.ts'
import { isPrepared } from './preparation.ts'

/** Guards `handler` until the server is prepared: before, answers 503. */
export function whenPrepared(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    if (await isPrepared())
      return handler(request, context)
    const response = errorResponse(503, 'The CMS cannot reach its database yet. Try again in a moment.')
    response.headers.set('retry-after', '5')
    return response
  }
}
