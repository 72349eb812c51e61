import { TooManyAttempts } from './TooManyAttempts.ts'

interface Options {
  maxRunning: number
  maxWaiting: number
}

/** Runs a few tasks at a time and lets a few wait, first come, first served. */
export class Lane {
  readonly #options: Options
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(options: Options) {
    this.#options = options
  }

  /**
   * Runs `work` in turn.
   * @throws {TooManyAttempts} if too many wait already
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      return await work()
    }
    finally {
      this.#leave()
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#options.maxRunning) {
      this.#running++
      return
    }
    if (this.#waiting.length >= this.#options.maxWaiting)
      throw new TooManyAttempts(new Date(Date.now() + FULL_MS), 'Too many people are signing in at this moment.')
    await new Promise<void>(resolve => this.#waiting.push(resolve))
  }

  /** Hands the place to the next in the queue. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next)
      next()
    else
      this.#running--
  }
}

const FULL_MS = 5000
