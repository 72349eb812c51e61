import type { SanitizedConfig } from 'payload'
import type { ApiHandler } from '../ApiHandler.ts'
import type { FieldSource } from './fieldAt.ts'
import config from '../../payload.config.ts'
import { errorResponse } from '../errorResponse.ts'
import { isSignedIn } from '../isSignedIn.ts'
import { withUrl } from '../withUrl.ts'
import { checkAnonymousQuery, checkQuery, MAX_ANONYMOUS_LIMIT } from './checkQuery.ts'
import { isReadInPost, readQuery } from './readQuery.ts'

/** Answers 400 to a request whose parameters are invalid, or exceed the limits of anonymous visitors. */
export function requireReadableQuery(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    const { slug = [] } = await context.params
    if (slug.some(segment => segment.includes('\0')))
      return errorResponse(400, 'The address has a NUL character (%00). Leave it out.')
    const query = await readQuery(request).catch((error: unknown) => {
      if (error instanceof SyntaxError)
        return undefined
      throw error
    })
    if (query === undefined)
      return errorResponse(400, 'The body has to be JSON.')
    const problem = checkQuery(query, fieldsOf(slug, await config))
    if (problem !== undefined)
      return errorResponse(400, problem)
    const isUnlimited = String(query.pagination) === 'false' && query.limit === undefined
    const isModest = checkAnonymousQuery(query) === undefined && !isUnlimited
    if (isModest || await isSignedIn(request.headers))
      return handler(request, context)
    const excess = checkAnonymousQuery(isUnlimited && isReadInPost(request) ? { ...query, limit: 0 } : query)
    return excess === undefined ? handler(withLimit(request), context) : errorResponse(400, excess)
  }
}

/** Adds the anonymous limit: without one, a list without pages would contain all documents. */
function withLimit(request: Request): Request {
  const url = new URL(request.url)
  url.searchParams.set('limit', String(MAX_ANONYMOUS_LIMIT))
  return withUrl(request, url)
}

function fieldsOf([first, second]: string[], config: SanitizedConfig): FieldSource {
  const { flattenedFields: fields = [] } = (first === 'globals'
    ? config.globals.find(({ slug }) => slug === second)
    : config.collections.find(({ slug }) => slug === first)) ?? {}
  return { config, fields }
}
