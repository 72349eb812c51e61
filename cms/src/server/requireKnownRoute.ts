import type { SanitizedConfig } from 'payload'
import type { ApiHandler } from './guardRequests.ts'
import config from '../payload.config.ts'
import { errorResponse } from './errorResponse.ts'

/**
 * Answers 404, in the form of all errors, where there is no such route. Payload fails at names that every object has
 * (`/api/constructor`), and names in its answer the address that the server has inside.
 */
export function requireKnownRoute(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    const { slug = [] } = await context.params
    const notFound = () => errorResponse(404, `There is no ${request.method} /api/${slug.map(encodeURIComponent).join('/')}.`)
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

/** Payload's own answer, which alone of its errors has a message and no list of errors. */
async function saysNoRoute(response: Response): Promise<boolean> {
  if (![404, 501].includes(response.status) || !response.headers.get('content-type')?.includes('json'))
    return false
  const body: unknown = await response.clone().json()
  return typeof body === 'object' && body !== null && 'message' in body && !('errors' in body)
}
