import type { Changes, ChangesRequest, Position } from '@masthead/shared/changes'
import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '@masthead/shared/backoffMs'
import { positionAfter } from '@masthead/shared/changes'

/**
 * Follows the change feed of the CMS while the site instance runs, and hands each response to the subscribers in turn.
 */
export class FeedFollower {
  readonly #request: RequestChanges
  readonly #subscribers: readonly FeedSubscriber[]
  readonly #stopped = new AbortController()
  readonly #contacted = Promise.withResolvers<void>()
  #position: Position | undefined
  #failures = 0

  /**
   * @param options.subscribers apply the changes one after the other, in this order
   * @param options.from the position that an earlier run reached
   */
  constructor(
    { request, subscribers, from }: {
      request: RequestChanges
      subscribers: readonly FeedSubscriber[]
      from: Position | undefined
    },
  ) {
    this.#request = request
    this.#subscribers = subscribers
    this.#position = from
  }

  /** Whether the last request or a subscriber failed, so that changes may be missing. */
  get isCutOff(): boolean {
    return this.#failures > 0
  }

  /** Resolves after the first request, whether it succeeded or not. */
  get firstContact(): Promise<void> {
    return this.#contacted.promise
  }

  async follow(): Promise<void> {
    const { signal } = this.#stopped
    let hasEverything = false
    while (!signal.aborted) {
      const waitS = hasEverything && !this.isCutOff ? LONG_POLL_S : 0
      try {
        const changes = await this.#request({
          after: this.#position?.number,
          entry: this.#position?.entry,
          wait: waitS,
        }, AbortSignal.any([signal, AbortSignal.timeout((waitS + 2) * 1000)]))
        await this.#publish(changes)
        this.#position = positionAfter(changes)
        this.#recordSuccess()
        hasEverything = true
      }
      catch (error) {
        if (signal.aborted)
          return
        this.#recordFailure(error as Error)
        await sleep(backoffMs(this.#failures, BACKOFF), undefined, { signal }).catch(() => {})
      }
      this.#contacted.resolve()
    }
  }

  stop(): void {
    this.#stopped.abort()
  }

  /** Without a position, whatever an earlier run stored may be out of date. */
  async #publish(changes: Changes): Promise<void> {
    const published: Changes = this.#position ? changes : { ...changes, reset: true }
    for (const subscriber of this.#subscribers)
      await subscriber.onChanges(published)
  }

  #recordSuccess(): void {
    if (this.isCutOff)
      console.warn('The change feed is followed again.')
    this.#failures = 0
  }

  #recordFailure({ message }: Error): void {
    if (!this.isCutOff)
      console.error(`The change feed cannot be followed, so pages may be out of date until it is: ${message}`)
    this.#failures++
  }
}

export interface FeedSubscriber {
  /**
   * Applies changes. They come again if this or a later subscriber fails. With `reset`, everything may have changed.
   */
  onChanges: (changes: Changes) => void | Promise<void>
}

export type RequestChanges = (request: ChangesRequest & { wait: number }, signal: AbortSignal) => Promise<Changes>

/** Seconds that the CMS may take to find a change. A site instance that waits longer for a response is cut off. */
const LONG_POLL_S = 10

const BACKOFF = { baseMs: 100, maxMs: 1000 }
