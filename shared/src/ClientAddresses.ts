import type { Network } from './env.ts'
import { BlockList, isIP } from 'node:net'

/**
 * Finds the address of a request's client. Any client can write `X-Forwarded-For`, so only entries that a trusted proxy
 * appended count. It follows named proxies one by one. If none is named, a proxy must have a loopback or private
 * address, and only the last entry counts: visitors from the same private network could have written the others.
 */
export class ClientAddresses {
  readonly #proxies = new BlockList()
  readonly #maxHops: number

  constructor(trustedProxies: Network[] | undefined) {
    for (const { address, prefix, family } of trustedProxies ?? LOCAL_NETWORKS)
      this.#proxies.addSubnet(address, prefix, family)
    this.#maxHops = trustedProxies ? Number.POSITIVE_INFINITY : 1
  }

  /** Returns the client's address for a connection from `peer` with the entries of `X-Forwarded-For`. */
  find(peer: string, forwardedFor: string): string {
    let address = withoutMapping(peer)
    const entries = forwardedFor.split(',').map(entry => withoutMapping(entry.trim()))
    for (let hop = 0; hop < this.#maxHops && this.#isProxy(address); hop++) {
      const entry = entries.pop()
      if (entry === undefined || isIP(entry) === 0)
        break
      address = entry
    }
    return address
  }

  #isProxy(address: string): boolean {
    const version = isIP(address)
    return version !== 0 && this.#proxies.check(address, version === 6 ? 'ipv6' : 'ipv4')
  }
}

const LOCAL_NETWORKS: Network[] = [
  { address: '127.0.0.0', family: 'ipv4', prefix: 8 },
  { address: '10.0.0.0', family: 'ipv4', prefix: 8 },
  { address: '172.16.0.0', family: 'ipv4', prefix: 12 },
  { address: '192.168.0.0', family: 'ipv4', prefix: 16 },
  { address: '::1', family: 'ipv6', prefix: 128 },
  { address: 'fc00::', family: 'ipv6', prefix: 7 },
  { address: 'fe80::', family: 'ipv6', prefix: 10 },
]

/** Returns an address without its IPv4 mapping: a dual-stack socket writes an IPv4 address as an IPv6 one. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
