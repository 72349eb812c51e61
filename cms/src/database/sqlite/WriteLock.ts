import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { NotSavedError } from '../../server/NotSavedError.ts'

/** Milliseconds for which another process may hold the database before a write fails. */
export const LOCK_TIMEOUT_MS = 5000

/** Serialises the writes on a SQLite database: first among those of this process, then against other processes. */
export class WriteLock {
  readonly #database: Database.Database
  #lastTurn: Promise<void> = Promise.resolve()
  /**
   * The time since which another process has held the database, as far as is known. Writes behind the first in the
   * queue have waited as long.
   */
  #keptSince: number | undefined

  constructor(database: Database.Database) {
    this.#database = database
  }

  /**
   * Begins a transaction, which holds the write lock until its end. Returns the function that lets the next write
   * begin.
   * @throws {NotSavedError} if earlier writes took 10 s, or another process has held the database for `LOCK_TIMEOUT_MS`
   */
  async take(): Promise<() => void> {
    const asked = Date.now()
    const release = await this.#turn()
    try {
      await this.#begin(asked)
      return release
    }
    catch (error) {
      release()
      throw error
    }
  }

  /**
   * Waits for earlier writes, first come, first served. The timeout also ends a deadlock: a write outside the very
   * transaction that awaits it.
   */
  async #turn(): Promise<() => void> {
    const before = this.#lastTurn
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#lastTurn = before.then(() => promise)
    const waited = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      resolve()
      waited.reject(new NotSavedError('The database was busy with another change for 10 s. Try again in a moment.'))
    }, 10_000)
    await Promise.race([before, waited.promise])
    clearTimeout(timer)
    return resolve
  }

  async #begin(asked: number): Promise<void> {
    while (!this.#isBegun()) {
      this.#keptSince ??= Date.now()
      if (Date.now() - Math.max(asked, this.#keptSince) > LOCK_TIMEOUT_MS) {
        throw new NotSavedError(
          `Another program, such as an import, has kept the database busy for ${LOCK_TIMEOUT_MS / 1000} s. Try again in a moment.`,
        )
      }
      await sleep(5)
    }
    this.#keptSince = undefined
  }

  #isBegun(): boolean {
    try {
      this.#database.exec('BEGIN IMMEDIATE')
      return true
    }
    catch (error) {
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
        return false
      throw error
    }
  }
}
