import { networkPrefix } from '@masthead/shared/networkPrefix'
import { clientAddress } from './clientAddress.ts'

/** Returns the source that limits count: the network of the client. Requests of unknown origin share one source. */
export function clientSource(headers: Headers): string {
  return networkPrefix(clientAddress(headers) ?? 'unknown')
}
