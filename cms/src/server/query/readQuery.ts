import type { Query } from './checkQuery.ts'
import { parse } from 'qs-esm'

/**
 * Returns a request's parameters as Payload reads them: from its address, or from the body of a POST that overrides its
 * method to GET, as the admin sends long filters.
 *
 * @throws {SyntaxError} if such a body is not valid JSON
 */
export async function readQuery(request: Request): Promise<Query> {
  const { search } = new URL(request.url)
  const query = parseSearch(search)
  if (!isReadInPost(request))
    return query
  const type = request.headers.get('content-type')
  const body = await request.clone().text()
  if (type === 'application/x-www-form-urlencoded')
    return { ...query, ...parseSearch(body) }
  if (type !== 'application/json' || body === '')
    return query
  const data: unknown = JSON.parse(body)
  return { ...query, ...(typeof data === 'object' ? data : {}) }
}

/** Whether Payload treats a POST as a GET. */
export function isReadInPost({ method, headers }: Request): boolean {
  return method === 'POST'
    && ['x-payload-http-method-override', 'x-http-method-override'].some(name => headers.get(name) === 'GET')
}

/**
 * Parses with Payload's own options, so that both read the same:
 * https://github.com/payloadcms/payload/blob/v3.90.1/packages/payload/src/utilities/createPayloadRequest.ts
 */
function parseSearch(search: string): Query {
  return parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true })
}
