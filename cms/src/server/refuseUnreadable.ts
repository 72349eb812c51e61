import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from './sendJson.ts'

/**
 * Answers requests on which Next would fail with a 500 and a stack in the log: addresses that cannot be decoded, and
 * unknown methods. Returns whether the request was one.
 */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  const problem = problemOf(request)
  if (problem)
    refuse(response, problem)
  return problem !== undefined
}

interface Problem {
  status: 400 | 405
  message: string
}

/** Returns the problem with the first line of a request, if there is one. */
export function problemOf({ method = '', url = '' }: Pick<IncomingMessage, 'method' | 'url'>): Problem | undefined {
  if (!METHODS.includes(method))
    return { status: 405, message: `The CMS has no ${method}. Use one of ${METHODS.join(', ')}.` }
  if (!/^(?:\/|https?:\/\/)/i.test(url) || !URL.canParse(url, 'http://cms'))
    return { status: 400, message: 'The address is invalid. Begin it with a “/”.' }
  if (!isDecodable(url.split('?', 1)[0]!)) {
    return {
      status: 400,
      message: 'The address has a “%” that no two hexadecimal digits of UTF-8 follow. Write “%25” for the sign itself.',
    }
  }
  return undefined
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  }
  catch {
    return false
  }
}

/** Answers with an error. Node reads the rest of the body and drops it. */
function refuse(response: ServerResponse, { status, message }: Problem): void {
  sendJson(response, status, { errors: [{ message }] }, status === 405 ? { Allow: METHODS.join(', ') } : {})
}
