import type { Changes, ChangesQuestion, Position } from '@masthead/shared/changes'
import { setTimeout as sleep } from 'node:timers/promises'
import { positionAfter } from '@masthead/shared/changes'

/** Follows the change feed of the CMS for as long as the web runs, whatever happens to either. */
export class Follower {
  readonly #ask: Ask
  readonly #tell: (changes: Changes) => Promise<void>
  readonly #stopped = new AbortController()
  readonly #begun = Promise.withResolvers<void>()
  #position: Position | undefined
  #failures = 0

  /**
   * @param options.from what was followed before
   * @param options.tell takes what is new, in its order; at first and after a loss, where it begins
   */
  constructor({ ask, tell, from }: { ask: Ask, tell: (changes: Changes) => Promise<void>, from: Position | undefined }) {
    this.#ask = ask
    this.#tell = tell
    this.#position = from
  }

  /** Whether the CMS does not answer, so that changes may have been missed. */
  get isCutOff(): boolean {
    return this.#failures > 0
  }

  /** Resolves when the CMS has been asked once, whatever came of it. */
  get begun(): Promise<void> {
    return this.#begun.promise
  }

  async follow(): Promise<void> {
    const { signal } = this.#stopped
    let isKnown = false
    while (!signal.aborted) {
      // What is missing comes at once; only who has everything waits for more.
      const wait = isKnown && !this.isCutOff ? WAIT : 0
      try {
        const changes = await this.#ask({ after: this.#position?.number, entry: this.#position?.entry, wait }, AbortSignal.any([signal, AbortSignal.timeout((wait + 2) * 1000)]))
        await this.#tell(changes)
        this.#position = positionAfter(changes)
        this.#noteAnswer()
        isKnown = true
      }
      catch (error) {
        if (signal.aborted)
          return
        this.#noteFailure(error as Error)
        await sleep(pause(this.#failures), undefined, { signal }).catch(() => {})
      }
      this.#begun.resolve()
    }
  }

  stop(): void {
    this.#stopped.abort()
  }

  #noteAnswer(): void {
    if (this.isCutOff)
      console.warn('The change feed is followed again.')
    this.#failures = 0
  }

  #noteFailure({ message }: Error): void {
    if (!this.isCutOff)
      console.error(`The change feed cannot be followed, so pages may be out of date until it is: ${message}`)
    this.#failures++
  }
}

export type Ask = (question: ChangesQuestion & { wait: number }, signal: AbortSignal) => Promise<Changes>

/** Seconds that the CMS may take to find something new: a web that hears nothing for longer knows that it is cut off. */
const WAIT = 10

/** Milliseconds before the next try: longer each time, and never the same for two webs. */
function pause(failures: number): number {
  return Math.min(100 * 2 ** failures, 1000) * (0.5 + Math.random() / 2)
}
