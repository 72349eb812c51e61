import type { IncomingMessage } from 'node:http'
import { ClientAddresses } from '@masthead/shared/ClientAddresses'
import { env } from '../env'

/** Returns the address of the visitor who sent a request; an empty text if the connection has ended. */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } }): string {
  return addresses.find(socket.remoteAddress ?? '', [headers['x-forwarded-for'] ?? []].flat().join(','))
}

const addresses = new ClientAddresses(env.trustedProxies)
