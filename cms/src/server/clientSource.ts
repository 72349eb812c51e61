import { networkPrefix } from '@masthead/shared/networkPrefix'
import { clientAddress } from './clientAddress.ts'

/** Returns what limits count as one source: the network of a request's client. Requests of unknown origin are one, too. */
export function clientSource(headers: Headers): string {
  return networkPrefix(clientAddress(headers) ?? 'unknown')
}
