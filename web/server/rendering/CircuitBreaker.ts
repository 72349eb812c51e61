/**
 * Whether it is worth while to ask the CMS. While it is silent, one try a second is enough to find out that it is back,
 * and nobody else waits for it; what it answers closes the circuit.
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

  /** Whether one may try now; whoever is told so has to try. */
  mayTry(): boolean {
    if (this.#nextTry !== undefined && this.#now() < this.#nextTry)
      return false
    if (this.isOpen)
      this.#open()
    return true
  }

  /** The CMS has answered something. */
  recordSuccess(): void {
    this.#lastResponseAt = this.#now()
    this.#nextTry = undefined
  }

  /** It did not answer a question. A render that fails for another reason says nothing of the CMS. */
  recordFailure(): void {
    // One that answers others is busy, or this machine is.
    if (this.#now() - this.#lastResponseAt > RECENT_RESPONSE_MS)
      this.#open()
  }

  #open(): void {
    this.#nextTry = this.#now() + RETRY_DELAY_MS
  }
}

/** Milliseconds. */
const RECENT_RESPONSE_MS = 1000
const RETRY_DELAY_MS = 1000
