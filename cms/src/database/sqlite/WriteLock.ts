import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { NotSavedError } from '../../server/NotSavedError.ts'

/** Milliseconds for which another process may keep the database to itself before a write fails. */
export const LOCK_TIMEOUT_MS = 5000

/** What a write on a SQLite database needs: its turn among those of this process, then the lock that other processes write under. */
export class WriteLock {
  readonly #database: Database.Database
  #lastTurn: Promise<void> = Promise.resolve()
  /** Since when another process has had it, as far as is known: those behind the first who waits have waited as well. */
  #keptSince: number | undefined

  constructor(database: Database.Database) {
    this.#database = database
  }

  /**
   * Begins a transaction, which meets no other lock until its commit, nor at it. What is given back passes the turn on.
   * @throws {NotSavedError} when there was no turn for 10 s, or another process has kept the database for `LOCK_TIMEOUT_MS`.
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

  /** One holder after another, in the order they asked. A write outside the transaction that it waits for would wait for ever. */
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
      if (Date.now() - Math.max(asked, this.#keptSince) > LOCK_TIMEOUT_MS)
        throw new NotSavedError(`Another program, such as an import, has kept the database busy for ${LOCK_TIMEOUT_MS / 1000} s. Try again in a moment.`)
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
