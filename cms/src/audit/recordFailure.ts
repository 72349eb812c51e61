import type { PayloadRequest, Where } from 'payload'
import type { Database } from '../changes/entries.ts'
import { randomUUID } from 'node:crypto'
import { clientSource } from '../server/clientSource.ts'
import { newEntry } from './newEntry.ts'
import { opaqueKey } from './proofs.ts'

/**
 * Counts a failed sign-in. Failures from one source within a minute share one entry, so a flood does not fill the log.
 * The entry holds nothing that was typed: people type passwords into the address field.
 */
export async function recordFailure(
  { headers, payload: { db } }: Pick<PayloadRequest, 'headers' | 'payload'>,
): Promise<void> {
  const source = clientSource(headers)
  const at = new Date(Math.floor(Date.now() / summedMs) * summedMs).toISOString()
  let key = opaqueKey('sign-in-failed', at, source)
  while (!await increment(db, key)) {
    const entry = newEntry({ event: 'sign-in-failed' }, { actor: 'anonymous', address: source }, { key, at, count: 1 })
    if (await create(db, { ...entry }))
      return
    // The entry was sealed meanwhile, because this process was delayed.
    if (await isSealed(db, key))
      key = randomUUID()
  }
}

/** Milliseconds of failures that one entry counts. */
export const summedMs = 60_000

const collection = 'audit-log'

async function increment(database: Database, key: string): Promise<boolean> {
  const where: Where = { and: [{ key: { equals: key } }, { number: { exists: false } }] }
  return Boolean(
    await database.updateOne({ collection, where, data: { count: { $inc: 1 } }, options: { atomic: true } }),
  )
}

/** Creates the entry. Returns false if another request has created it meanwhile. */
async function create(database: Database, data: Record<string, unknown>): Promise<boolean> {
  try {
    await database.create({ collection, data })
    return true
  }
  catch (error) {
    if (await database.findOne({ collection, where: { key: { equals: data.key } } }))
      return false
    throw error
  }
}

async function isSealed(database: Database, key: string): Promise<boolean> {
  return Boolean(
    await database.findOne({ collection, where: { and: [{ key: { equals: key } }, { number: { exists: true } }] } }),
  )
}
