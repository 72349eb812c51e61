import type { IncomingMessage } from 'node:http'
import { randomBytes } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { ClientAddresses } from '@masthead/shared/ClientAddresses'
import { env } from '../env.ts'

/**
 * Notes on each request of this process where it comes from. Next shows its handlers no socket, and puts the address
 * of the socket into `X-Forwarded-For` only if the client sent no such header.
 */
export function noteClientAddresses(): void {
  const addresses = new ClientAddresses(env.trustedProxies)
  const header = `x-client-address-${randomBytes(16).toString('hex')}`
  shared[HEADER] = header
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[header] = addresses.find(request.socket.remoteAddress ?? '', String(request.headers['x-forwarded-for'] ?? ''))
  })
}

/** Returns the address that a request comes from; undefined where the process has not noted it. */
export function clientAddress(headers: Headers): string | undefined {
  const header = shared[HEADER]
  return header === undefined ? undefined : headers.get(header) ?? undefined
}

/** No client can guess the name of the header. Next makes one bundle of the start and others of the routes: they meet here. */
const HEADER: unique symbol = Symbol.for('masthead.clientAddressHeader')

const shared = globalThis as { [HEADER]?: string }
