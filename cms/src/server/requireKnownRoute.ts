import type { SanitizedConfig } from 'payload'
import type { ApiHandler } from './ApiHandler.ts'
import config from '../payload.config.ts'
import { errorResponse } from './errorResponse.ts'

/**
 * Answers 404 for an unknown route, in the form of all errors. Payload fails at names that every object has
 * (`/api/constructor`), and its own 404 reveals the server's internal address.
 */
export function requireKnownRoute(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    const { slug = [] } = await context.params
    const notFound = () =>
      errorResponse(404, `There is no ${request.method} /api/${slug.map(encodeURIComponent).join('/')}.`)
    if (!isKnown(slug, await config))
      return notFound()
    const response = await handler(request, context)
    return await saysNoRoute(response) ? notFound() : response
  }
}

function isKnown([first = '', second]: string[], { collections, globals, endpoints }: SanitizedConfig): boolean {
  return first === 'globals'
    ? globals.some(({ slug }) => slug === second)
    : collections.some(({ slug }) => slug === first) || endpoints.some(({ path }) => path.split('/')[1] === first)
}

/** Whether a response is Payload's own 404, its only error with a message but without a list of errors. */
async function saysNoRoute(response: Response): Promise<boolean> {
  if (![404, 501].includes(response.status) || !response.headers.get('content-type')?.includes('json'))
    return false
  const body: unknown = await response.clone().json()
  return typeof body === 'object' && body !== null && 'message' in body && !('errors' in body)
}
