import type { Changes } from '@masthead/shared/changes'
import { setTimeout as sleep } from 'node:timers/promises'

/** Follows the change feed of the CMS for as long as the web runs, whatever happens to either. */
export class Follower {
  readonly #ask: Ask
  readonly #tell: (changes: Changes) => void
  readonly #stopped = new AbortController()
  #after: number | undefined

  /** @param options.tell takes what is new, in its order; at first and after a loss, where it begins */
  constructor({ ask, tell }: { ask: Ask, tell: (changes: Changes) => void }) {
    this.#ask = ask
    this.#tell = tell
  }

  async follow(): Promise<void> {
    const { signal } = this.#stopped
    for (let failures = 0; !signal.aborted;) {
      try {
        const changes = await this.#ask({ after: this.#after, wait: WAIT }, AbortSignal.any([signal, AbortSignal.timeout((WAIT + 5) * 1000)]))
        if (failures > 0)
          console.warn('The change feed is followed again.')
        failures = 0
        this.#tell(changes)
        this.#after = changes.reset || this.#after === undefined ? changes.last : changes.changes.at(-1)?.number ?? this.#after
      }
      catch (error) {
        if (signal.aborted)
          return
        if (failures++ === 0)
          console.error(`The change feed cannot be followed, so pages may be out of date until it is: ${(error as Error).message}`)
        await sleep(pause(failures), undefined, { signal }).catch(() => {})
      }
    }
  }

  stop(): void {
    this.#stopped.abort()
  }
}

export type Ask = (question: { after: number | undefined, wait: number }, signal: AbortSignal) => Promise<Changes>

/** Seconds that the CMS may take to find something new. */
const WAIT = 25

/** Milliseconds before the next try: longer each time, and never the same for two webs. */
function pause(failures: number): number {
  return Math.min(100 * 2 ** failures, 5000) * (0.5 + Math.random() / 2)
}
