import type { PayloadRequest } from 'payload'
import type { Database } from './entries.ts'
import { redactMessage } from '../server/log/redact.ts'
import { assignSequence, lastNumber } from './entries.ts'
import { transactionOf } from './transactionOf.ts'
import { withRetries } from './withRetries.ts'

/**
 * Gives entries their numbers once their changes are committed, many in one go and one go at a time. Other processes
 * do the same: two that want the same number are told by the unique index, and try again.
 */
export class SequenceAssigner {
  /** Called when there are new numbers. */
  onNumbers = () => {}
  readonly #database: Database
  readonly #uncommitted = new Map<number | string, string[]>()
  #ready: string[] = []
  #working: Promise<void> | undefined

  constructor(database: Database) {
    this.#database = database
  }

  /** The change is stored, though perhaps not committed yet. */
  async add(entry: string, req: PayloadRequest): Promise<void> {
    const transaction = await transactionOf(req)
    if (transaction === undefined)
      this.number([entry])
    else
      this.#uncommitted.set(transaction, [...this.#uncommitted.get(transaction) ?? [], entry])
  }

  committed(transaction: number | string): void {
    this.number(this.#uncommitted.get(transaction) ?? [])
    this.#uncommitted.delete(transaction)
  }

  rolledBack(transaction: number | string): void {
    this.#uncommitted.delete(transaction)
  }

  /** Nobody waits for it, and nothing fails with it: what gets no number here is found by `startFeedMaintenance`. */
  number(entries: string[]): void {
    this.#ready.push(...entries)
    if (this.#ready.length > 0)
      this.#working ??= this.#work()
  }

  /** Once nothing waits for its number any more. */
  async settled(): Promise<void> {
    await this.#working
  }

  async #work(): Promise<void> {
    while (this.#ready.length > 0) {
      const entries = this.#ready.splice(0, 100)
      try {
        await withRetries(async () => this.#numberAll(entries))
        this.onNumbers()
      }
      catch (err) {
        this.#database.payload.logger.error({ err, msg: `Changes without a number, for now: ${redactMessage(err)}` })
      }
    }
    this.#working = undefined
  }

  async #numberAll(entries: string[]): Promise<void> {
    const transactionID = await this.#database.beginTransaction() ?? undefined
    const req: Partial<PayloadRequest> = { transactionID }
    try {
      let number = await lastNumber(this.#database, req) + 1
      for (const entry of entries) {
        if (await assignSequence(this.#database, entry, number, req))
          number++
      }
      if (transactionID)
        await this.#database.commitTransaction(transactionID)
    }
    catch (error) {
      if (transactionID)
        await this.#database.rollbackTransaction(transactionID)
      throw error
    }
  }
}
