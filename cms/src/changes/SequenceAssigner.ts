import type { PayloadRequest } from 'payload'
import type { Database } from './entries.ts'
import { redactMessage } from '../server/log/redact.ts'
import { assignSequence, lastNumber } from './entries.ts'
import { transactionOf } from './transactionOf.ts'
import { withRetries } from './withRetries.ts'

/**
 * Assigns entries their sequence numbers after their changes are committed, in batches, one batch at a time. Several
 * processes may assign at once: the unique index rejects a number that another has taken, and the loser retries.
 */
export class SequenceAssigner {
  /** Called after new numbers were assigned. */
  onNumbers = () => {}
  readonly #database: Database
  readonly #uncommitted = new Map<number | string, string[]>()
  #ready: string[] = []
  #working: Promise<void> | undefined

  constructor(database: Database) {
    this.#database = database
  }

  /** Queues the entry of a stored change. If its transaction is still open, the entry waits for the commit. */
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

  /** Starts numbering and returns at once. `startFeedMaintenance` finds entries that get no number here. */
  number(entries: string[]): void {
    this.#ready.push(...entries)
    if (this.#ready.length > 0)
      this.#working ??= this.#work()
  }

  /** Resolves when no entry waits for its number. */
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
        this.#database.payload.logger.error({ err, msg: `Could not number changes yet: ${redactMessage(err)}` })
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
