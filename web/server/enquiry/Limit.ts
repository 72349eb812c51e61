/**
 * How many enquiries are taken in a while, from one address and in all. Only what was taken is remembered, so that
 * the memory is as bounded as the limit, whoever asks how often.
 */
export class Limit {
  readonly #options: LimitOptions
  #taken: { address: string, at: number }[] = []

  constructor(options: LimitOptions) {
    this.#options = options
  }

  /** Counts one more, or says in how many seconds it may be tried again. */
  take(address: string, now = Date.now()): { wait: number } {
    const { perAddress, inAll, within } = this.#options
    this.#taken = this.#taken.filter(({ at }) => now - at < within)
    const own = this.#taken.filter(taken => taken.address === address)
    const full = [[own, perAddress], [this.#taken, inAll]] as const
    // The oldest of as many as may be has to be forgotten first.
    const waits = full.filter(([taken, most]) => taken.length >= most).map(([taken, most]) => taken[taken.length - most]!.at + within - now)
    if (waits.length > 0)
      return { wait: Math.ceil(Math.max(...waits) / 1000) }
    this.#taken.push({ address, at: now })
    return { wait: 0 }
  }

  /** Forgets one that was counted and came to nothing. */
  giveBack(address: string): void {
    const index = this.#taken.findLastIndex(taken => taken.address === address)
    if (index >= 0)
      this.#taken.splice(index, 1)
  }
}

export interface LimitOptions {
  perAddress: number
  inAll: number
  /** Milliseconds. */
  within: number
}
