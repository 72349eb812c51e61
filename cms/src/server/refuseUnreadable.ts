import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Buffer } from 'node:buffer'
import { subscribe } from 'node:diagnostics_channel'
import { apiPolicy, securityHeaders } from './securityHeaders.ts'

/**
 * Answers requests on which Next would fail with a 500 and a stack in the log: addresses that cannot be decoded, and
 * unknown methods. Next does not expose its server; the first request gives access to it.
 */
export function refuseUnreadable(): void {
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server }
    if (guarded.has(server))
      return
    guarded.add(server)
    const listeners = server.listeners('request')
    server.removeAllListeners('request')
    server.on('request', (request, response) => {
      const problem = problemOf(request)
      if (problem)
        refuse(response, problem)
      else
        listeners.forEach(listener => Reflect.apply(listener, server, [request, response]))
    })
  })
}

const guarded = new WeakSet<Server>()

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
  const body = JSON.stringify({ errors: [{ message }] })
  response.writeHead(status, {
    ...securityHeaders(apiPolicy),
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...(status === 405 && { Allow: METHODS.join(', ') }),
  })
  response.end(body)
}
