/**
 * Whether it is worth while to ask the CMS. While it is silent, one try a second is enough to find out that it is back,
 * and nobody else waits for it; what it answers closes the circuit.
 */
export class CircuitBreaker {
  readonly #now: () => number
  #heard = -Infinity
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
  noteAnswer(): void {
    this.#heard = this.#now()
    this.#nextTry = undefined
  }

  /** It did not answer a question. A render that fails for another reason says nothing of the CMS. */
  noteFailure(): void {
    // One that answers others is busy, or this machine is.
    if (this.#now() - this.#heard > SILENCE)
      this.#open()
  }

  #open(): void {
    this.#nextTry = this.#now() + PAUSE
  }
}

/** Milliseconds. */
const SILENCE = 1000
const PAUSE = 1000
