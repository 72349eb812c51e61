import type { ClientAddresses } from '@masthead/shared/ClientAddresses'
import type { IncomingMessage } from 'node:http'

/** Returns the address of the visitor who sent a request; an empty text if the connection has ended. */
export function clientAddress(
  addresses: ClientAddresses,
  { socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } },
): string {
  return addresses.find(socket.remoteAddress ?? '', [headers['x-forwarded-for'] ?? []].flat().join(','))
}
