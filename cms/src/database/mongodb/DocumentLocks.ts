import type { Collection } from 'mongodb'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { NotSavedError } from '../../server/NotSavedError.ts'

interface Lock {
  _id: string
  holder: string
  until: Date
}

/** Milliseconds after which the locks of a process that has died end. A process that lives renews its locks. */
const LEASE_MS = 8000
const RENEW_MS = 2000
const WAIT_MS = 10_000
const RETRY_MS = 10

/**
 * Locks on documents, for all processes that share the database. A save reads a document, merges and writes it: on a
 * single server nothing else keeps two saves apart, and on a replica set they would fail with a conflict.
 */
export class DocumentLocks {
  readonly #collection: Collection<Lock>
  /** The documents that each transaction holds. */
  readonly #held = new Map<string, Set<string>>()
  /** The last request of this process in the queue for each document. */
  readonly #queues = new Map<string, Promise<void>>()
  readonly #releases = new Map<string, () => void>()
  readonly #holder = randomUUID()
  #renewal: NodeJS.Timeout | undefined

  constructor(collection: Collection<Lock>) {
    this.#collection = collection
  }

  /**
   * Resolves when the transaction holds the document.
   * @throws {NotSavedError} after 10 s
   */
  async take(document: string, transaction: string): Promise<void> {
    const held = this.#held.get(transaction) ?? new Set()
    if (held.has(document))
      return
    const deadline = Date.now() + WAIT_MS
    const release = await this.#turn(document, deadline)
    try {
      while (!await this.#claim(document)) {
        if (Date.now() > deadline)
          throw busy()
        await sleep(RETRY_MS * (0.5 + Math.random()))
      }
    }
    catch (error) {
      release()
      throw error
    }
    this.#held.set(transaction, held.add(document))
    this.#releases.set(`${transaction} ${document}`, release)
    this.#renewal ??= setInterval(() => void this.#renew(), RENEW_MS).unref()
  }

  /** Ends all locks of a transaction, after its commit or rollback. */
  async release(transaction: string): Promise<void> {
    const documents = [...this.#held.get(transaction) ?? []]
    if (documents.length === 0)
      return
    this.#held.delete(transaction)
    try {
      await this.#collection.deleteMany({ _id: { $in: documents }, holder: this.#holder }, AT_ONCE)
    }
    finally {
      for (const document of documents) {
        this.#releases.get(`${transaction} ${document}`)?.()
        this.#releases.delete(`${transaction} ${document}`)
      }
      if (this.#held.size === 0) {
        clearInterval(this.#renewal)
        this.#renewal = undefined
      }
    }
  }

  /** Waits for the requests of this process that asked before. Returns the function that lets the next one begin. */
  async #turn(document: string, deadline: number): Promise<() => void> {
    const before = this.#queues.get(document) ?? Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    const last = before.then(() => promise)
    this.#queues.set(document, last)
    void last.then(() => this.#queues.get(document) === last && this.#queues.delete(document))
    const timeout = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      resolve()
      timeout.reject(busy())
    }, deadline - Date.now())
    await Promise.race([before, timeout.promise])
    clearTimeout(timer)
    return resolve
  }

  /** Whether the lock is ours now: there was none, or its holder has died. The clock is that of the server. */
  async #claim(document: string): Promise<boolean> {
    const claim = [{ $set: { holder: this.#holder, until: { $add: ['$$NOW', LEASE_MS] } } }]
    try {
      const { upsertedCount } = await this.#collection.updateOne(
        { _id: document, holder: { $exists: false } },
        claim,
        { upsert: true, ...AT_ONCE },
      )
      return upsertedCount === 1
    }
    catch (error) {
      if (!isDuplicateKey(error))
        throw error
      const { modifiedCount } = await this.#collection.updateOne(
        { _id: document, $expr: { $lt: ['$until', '$$NOW'] } },
        claim,
        AT_ONCE,
      )
      return modifiedCount === 1
    }
  }

  async #renew(): Promise<void> {
    const documents = [...this.#held.values()].flatMap(held => [...held])
    await this.#collection.updateMany(
      { _id: { $in: documents }, holder: this.#holder },
      [{ $set: { until: { $add: ['$$NOW', LEASE_MS] } } }],
      AT_ONCE,
    ).catch(() => {
      // The next renewal comes before the locks end.
    })
  }
}

/** A lock need not outlive the server, so it does not wait for the disk. */
const AT_ONCE = { writeConcern: { w: 1, journal: false } } as const

function busy(): NotSavedError {
  return new NotSavedError('Another save of this document takes long. Try again in a moment.')
}

function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000
}
