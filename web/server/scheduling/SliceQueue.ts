/**
 * Does short pieces of work in their order, in slices of a few milliseconds, between which others have their turn. So
 * many requests at the same moment do not block the rest. Queues from npm count jobs; this one has to count time.
 */
export class SliceQueue {
  readonly #queue: (() => void)[] = []
  /** In this turn of the event loop. */
  #usedMs = 0
  #isTurnAwaited = false

  /** Resolves with the result of some synchronous work, once it was its turn. */
  run<T>(work: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    this.#queue.push(() => {
      try {
        resolve(work())
      }
      catch (error) {
        reject(error as Error)
      }
    })
    this.#work()
    return promise
  }

  #work(): void {
    while (this.#queue.length > 0 && this.#usedMs < SLICE_MS) {
      const startedAt = performance.now()
      this.#queue.shift()!()
      this.#usedMs += performance.now() - startedAt
    }
    if (this.#usedMs === 0 || this.#isTurnAwaited)
      return
    this.#isTurnAwaited = true
    setImmediate(() => {
      this.#isTurnAwaited = false
      this.#usedMs = 0
      this.#work()
    })
  }
}

const SLICE_MS = 5
