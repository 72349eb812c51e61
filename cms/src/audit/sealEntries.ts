import type { PayloadRequest, Where } from 'payload'
import type { Database } from '../changes/entries.ts'
import type { Entry } from './Entry.ts'
import { withRetries } from '../changes/withRetries.ts'
import { headAt, readHead } from './head.ts'
import { isGenuine, sealOf } from './proofs.ts'
import { summedMs } from './recordFailure.ts'

/**
 * Seals each entry since a moment into the chain. Returns the ids of entries that no CMS wrote, which it leaves
 * unsealed. Several processes may seal at once: the unique index rejects a number that another has taken, and the loser
 * retries.
 */
export async function sealEntries(database: Database, after: Date): Promise<string[]> {
  const forged = new Set<string>()
  for (;;) {
    const found = await findUnsealed(database, after, forged)
    if (found.length === 0)
      return [...forged]
    const { genuine = [], forgeries = [] } = Object.groupBy(found, entry => isGenuine(entry) ? 'genuine' : 'forgeries')
    for (const { id } of forgeries)
      forged.add(id)
    await withRetries(() => inTransaction(database, req => sealAll(database, genuine, req)))
  }
}

const collection = 'audit-log'

/** Entries in one transaction, during which all other changes wait. */
const MAX_BATCH = 100

/** Milliseconds from the beginning of a minute, after which no process adds failures to its entry. */
const summedEndMs = summedMs + 30_000

async function findUnsealed(database: Database, after: Date, forged: Set<string>): Promise<Entry[]> {
  const { docs } = await database.find<Entry>({
    collection,
    where: {
      and: [
        { number: { exists: false } },
        { at: { greater_than: after.toISOString() } },
        {
          or: [{ event: { not_equals: 'sign-in-failed' } }, {
            at: { less_than: new Date(Date.now() - summedEndMs).toISOString() },
          }],
        },
        ...(forged.size > 0 ? [{ id: { not_in: [...forged] } }] : []),
      ],
    },
    sort: 'at',
    limit: MAX_BATCH,
    pagination: false,
  })
  return docs
}

async function sealAll(database: Database, entries: Entry[], req: Partial<PayloadRequest>): Promise<void> {
  let head = await readHead(database, req)
  for (const entry of entries) {
    const link = { number: head.number + 1, previous: head.hash }
    const seal = sealOf(entry, link)
    const where: Where = {
      and: [
        { id: { equals: entry.id } },
        { number: { exists: false } },
        ...(entry.count == null ? [] : [{ count: { equals: entry.count } }]),
      ],
    }
    const sealed: unknown = await database.updateOne({ collection, where, data: { ...link, seal }, req })
    // If the entry is no longer unsealed, another process has extended the chain.
    head = sealed ? headAt({ ...entry, ...link, seal }) : await readHead(database, req)
  }
}

async function inTransaction(database: Database, work: (req: Partial<PayloadRequest>) => Promise<void>): Promise<void> {
  const transactionID = await database.beginTransaction() ?? undefined
  try {
    await work({ transactionID })
    if (transactionID)
      await database.commitTransaction(transactionID)
  }
  catch (error) {
    if (transactionID)
      await database.rollbackTransaction(transactionID)
    throw error
  }
}
