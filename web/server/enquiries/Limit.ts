import { networkPrefix, VISITOR } from '@masthead/shared/networkPrefix'

/**
 * Limits how many requests are accepted within a while: of one visitor, of networks of two sizes, and of everybody.
 * No network can use up what there is for all. Only what was accepted is stored, so that the memory is as bounded as
 * the limit, however often somebody tries.
 */
export class Limit {
  readonly #options: LimitOptions
  #accepted: { sources: string[], at: number }[] = []

  constructor(options: LimitOptions) {
    this.#options = options
  }

  /** Counts one more for an address, or returns in how many seconds to try again. */
  take(address: string, now = Date.now()): { waitS: number } {
    const { maxPerVisitor, maxPerNetwork, maxPerProvider, maxInAll, windowMs } = this.#options
    const sources = sourcesOf(address)
    this.#accepted = this.#accepted.filter(({ at }) => now - at < windowMs)
    const waitsMs = [maxPerVisitor, maxPerNetwork, maxPerProvider, maxInAll].map((max, level) => {
      const own = this.#accepted.filter(accepted => accepted.sources[level] === sources[level])
      // As many have to become old that one less than the limit is left.
      return own.length < max ? 0 : own[own.length - max]!.at + windowMs - now
    })
    const waitMs = Math.max(...waitsMs)
    if (waitMs === 0)
      this.#accepted.push({ sources, at: now })
    return { waitS: Math.ceil(waitMs / 1000) }
  }

  /** Takes one back that was counted and came to nothing. */
  refund(address: string): void {
    const visitor = sourcesOf(address)[0]
    const index = this.#accepted.findLastIndex(({ sources }) => sources[0] === visitor)
    if (index >= 0)
      this.#accepted.splice(index, 1)
  }
}

export interface LimitOptions {
  maxPerVisitor: number
  /** Of an office or a household, or a block that anybody can rent: a /24 of IPv4, a /48 of IPv6. */
  maxPerNetwork: number
  /** Of a hosting company, say: a /16 of IPv4, a /32 of IPv6. */
  maxPerProvider: number
  maxInAll: number
  windowMs: number
}

/** The narrowest first, and everybody last. */
function sourcesOf(address: string): string[] {
  return [...[VISITOR, { ipv4: 24, ipv6: 48 }, { ipv4: 16, ipv6: 32 }].map(length => networkPrefix(address, length)), 'all']
}
