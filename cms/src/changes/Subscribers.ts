import type { Database } from './entries.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastNumber } from './entries.ts'

/**
 * The requests that wait for changes in this process. While there are any, it polls the database for the changes of
 * other processes.
 */
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

  /** Resolves when there is a newer change, on abort, or on close. */
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

  /** Wakes all requests after this process has assigned new numbers. */
  notify(): void {
    for (const { resolve } of this.#waiting)
      resolve()
  }

  /** Wakes all requests because the process is about to end. */
  close(): void {
    this.#isClosed = true
    this.notify()
  }

  async #ask(): Promise<void> {
    if (this.#isAsking)
      return
    this.#isAsking = true
    while (this.#waiting.size > 0) {
      // The request that reads the changes reports a database that does not answer.
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
