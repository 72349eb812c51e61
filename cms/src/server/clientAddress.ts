import type { IncomingMessage } from 'node:http'
import { randomBytes } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { ClientAddresses } from '@masthead/shared/ClientAddresses'
import { env } from '../env.ts'

/**
 * Records the client's address on each request of this process. Next shows its handlers no socket, and puts the
 * socket's address into `X-Forwarded-For` only if the client sent no such header.
 */
export function noteClientAddresses(): void {
  const addresses = new ClientAddresses(env.trustedProxies)
  const header = `x-client-address-${randomBytes(16).toString('hex')}`
  shared[HEADER] = header
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[header] = addresses.find(
      request.socket.remoteAddress ?? '',
      String(request.headers['x-forwarded-for'] ?? ''),
    )
  })
}

/** Returns the client's address; undefined if the process has not recorded it. */
export function clientAddress(headers: Headers): string | undefined {
  const header = shared[HEADER]
  return header === undefined ? undefined : headers.get(header) ?? undefined
}

/**
 * A random header name that no client can guess, in a global symbol: Next bundles the server's start and the routes
 * separately.
 */
const HEADER: unique symbol = Symbol.for('masthead.clientAddressHeader')

const shared = globalThis as { [HEADER]?: string }
