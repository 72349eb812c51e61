import { networkPrefix, VISITOR } from '@masthead/shared/networkPrefix'

/**
 * Limits how many requests are accepted within a window: from one visitor, from networks of two sizes, and in all. So
 * no network can use up the limit for everyone. The class stores accepted requests only, so attempts do not fill the
 * memory. Limiters from npm count one key at a time; here a request counts for four sources, or for none.
 */
export class Limit {
  readonly #options: LimitOptions
  #accepted: { sources: string[], at: number }[] = []

  constructor(options: LimitOptions) {
    this.#options = options
  }

  /** Counts a request of an address, or returns in how many seconds to try again. */
  take(address: string, now = Date.now()): { waitS: number } {
    const { maxPerVisitor, maxPerNetwork, maxPerProvider, maxInAll, windowMs } = this.#options
    const sources = sourcesOf(address)
    this.#accepted = this.#accepted.filter(({ at }) => now - at < windowMs)
    const waitsMs = [maxPerVisitor, maxPerNetwork, maxPerProvider, maxInAll].map((max, level) => {
      const own = this.#accepted.filter(accepted => accepted.sources[level] === sources[level])
      // So many have to leave the window that one less than the limit remains.
      return own.length < max ? 0 : own[own.length - max]!.at + windowMs - now
    })
    const waitMs = Math.max(...waitsMs)
    if (waitMs === 0)
      this.#accepted.push({ sources, at: now })
    return { waitS: Math.ceil(waitMs / 1000) }
  }

  /** Takes back a counted request that failed. */
  refund(address: string): void {
    const visitor = sourcesOf(address)[0]
    const index = this.#accepted.findLastIndex(({ sources }) => sources[0] === visitor)
    if (index >= 0)
      this.#accepted.splice(index, 1)
  }
}

export interface LimitOptions {
  maxPerVisitor: number
  /** An office, a home, or a block for rent: a /24 of IPv4, a /48 of IPv6. */
  maxPerNetwork: number
  /** A hosting company, for example: a /16 of IPv4, a /32 of IPv6. */
  maxPerProvider: number
  maxInAll: number
  windowMs: number
}

/** Returns the sources of a request, the narrowest first and all visitors last. */
function sourcesOf(address: string): string[] {
  return [
    ...[VISITOR, { ipv4: 24, ipv6: 48 }, { ipv4: 16, ipv6: 32 }].map(length => networkPrefix(address, length)),
    'all',
  ]
}
