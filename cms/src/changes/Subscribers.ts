import type { Database } from './entries.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastNumber } from './entries.ts'

/** Those who wait for changes in this process. While there are any, one question after another finds what other processes did. */
export class Subscribers {
  readonly #database: Database
  readonly #waiting = new Set<Waiting>()
  #isAsking = false
  #isClosed = false

  constructor(database: Database) {
    this.#database = database
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** Until the last number is another than the one that is known, or the signal, or the end. */
  async waitForChange(known: number, signal: AbortSignal): Promise<void> {
    if (this.#isClosed || signal.aborted)
      return
    const { promise, resolve } = Promise.withResolvers<void>()
    const waiting = { known, resolve }
    this.#waiting.add(waiting)
    signal.addEventListener('abort', () => resolve(), { once: true })
    void this.#ask()
    await promise
    this.#waiting.delete(waiting)
  }

  /** There are new numbers, made in this process. */
  notify(): void {
    for (const { resolve } of this.#waiting)
      resolve()
  }

  /** Nobody waits any more: the process is about to end. */
  close(): void {
    this.#isClosed = true
    this.notify()
  }

  async #ask(): Promise<void> {
    if (this.#isAsking)
      return
    this.#isAsking = true
    while (this.#waiting.size > 0) {
      // A database that does not answer is told of by whoever reads the changes themselves.
      const last = await lastNumber(this.#database).catch(() => undefined)
      for (const { known, resolve } of this.#waiting) {
        if (last !== undefined && last !== known)
          resolve()
      }
      await sleep(POLL_INTERVAL_MS)
    }
    this.#isAsking = false
  }
}

interface Waiting {
  known: number
  resolve: () => void
}

const POLL_INTERVAL_MS = 40
