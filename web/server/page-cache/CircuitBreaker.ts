/**
 * Whether it is worth while to ask the CMS: while it is too slow for readers, one try a second is enough to find out
 * that it is back, and nobody else waits for it.
 */
export class CircuitBreaker {
  readonly #now: () => number
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
      this.open()
    return true
  }

  open(): void {
    this.#nextTry = this.#now() + PAUSE
  }

  close(): void {
    this.#nextTry = undefined
  }
}

/** Milliseconds. */
const PAUSE = 1000
