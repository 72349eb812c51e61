/**
 * Decides whether to send requests to the CMS. While the CMS does not respond, one attempt a second finds out when it
 * is back, and other readers do not wait for it. A response closes the circuit. Breakers from npm wrap one function;
 * here renders, the feed and requests share one circuit.
 */
export class CircuitBreaker {
  readonly #now: () => number
  #lastResponseAt = -Infinity
  #nextTry: number | undefined

  constructor(now = () => performance.now()) {
    this.#now = now
  }

  get isOpen(): boolean {
    return this.#nextTry !== undefined
  }

  /** Returns whether to try now. If it returns true, the caller has to try. */
  mayTry(): boolean {
    if (this.#nextTry !== undefined && this.#now() < this.#nextTry)
      return false
    if (this.isOpen)
      this.#open()
    return true
  }

  /** Call it after the CMS has responded. */
  recordSuccess(): void {
    this.#lastResponseAt = this.#now()
    this.#nextTry = undefined
  }

  /** Call it after the CMS has not responded. Renders that fail for another reason do not count. */
  recordFailure(): void {
    // If it responded to others, the CMS or this machine is busy.
    if (this.#now() - this.#lastResponseAt > RECENT_RESPONSE_MS)
      this.#open()
  }

  #open(): void {
    this.#nextTry = this.#now() + RETRY_DELAY_MS
  }
}

const RECENT_RESPONSE_MS = 1000
const RETRY_DELAY_MS = 1000
