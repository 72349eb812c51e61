import type { PayloadRequest, Where } from 'payload'
import type { Database } from '../changes/entries.ts'
import type { Entry } from './Entry.ts'
import { withRetries } from '../changes/withRetries.ts'
import { headAt, readHead } from './head.ts'
import { isGenuine, sealOf } from './proofs.ts'
import { summedMs } from './recordFailure.ts'

/**
 * Gives each entry since a moment its place in the chain, and returns the ids of those that no CMS wrote, which get
 * none. Other processes do the same: two that want the same number are told by the unique index, and try again.
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

/** How many are sealed in one transaction, for which all other changes wait. */
const MAX_BATCH = 100

/** Milliseconds from the beginning of a minute, after which nobody counts its failures any more. */
const summedEndMs = summedMs + 30_000

async function findUnsealed(database: Database, after: Date, forged: Set<string>): Promise<Entry[]> {
  const { docs } = await database.find<Entry>({
    collection,
    where: {
      and: [
        { number: { exists: false } },
        { at: { greater_than: after.toISOString() } },
        { or: [{ event: { not_equals: 'sign-in-failed' } }, { at: { less_than: new Date(Date.now() - summedEndMs).toISOString() } }] },
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
    const where: Where = { and: [{ id: { equals: entry.id } }, { number: { exists: false } }, ...(entry.count == null ? [] : [{ count: { equals: entry.count } }])] }
    const sealed: unknown = await database.updateOne({ collection, where, data: { ...link, seal }, req })
    // Where there is nothing to seal any more, another process has gone on with the chain.
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
