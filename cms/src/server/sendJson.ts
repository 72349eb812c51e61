import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Buffer } from 'node:buffer'
import { apiPolicy, securityHeaders } from './securityHeaders.ts'

/** Sends a response of the API in front of Next, with the headers that all responses of the API have. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: OutgoingHttpHeaders = {},
): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    ...securityHeaders(apiPolicy),
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    ...headers,
  })
  response.end(text)
}
