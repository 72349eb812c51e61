import type { Database } from '../changes/entries.ts'
import type { Entry, SealedEntry } from './Entry.ts'
import { headAt } from './head.ts'
import { anchorSealOf } from './proofs.ts'

/**
 * Deletes sealed entries from before a moment, from the first number on. The last of them becomes an anchor, which
 * keeps its number and hash: the chain verifies from there. If the process is killed between the two steps, the next
 * call deletes the rest.
 */
export async function trimAuditLog(database: Database, before: Date): Promise<void> {
  const young = await findEdge(database, 'number', { greater_than_equal: before.toISOString() })
  const last = await findEdge(database, '-number', { less_than: before.toISOString() }, young?.number)
  if (!last)
    return
  if (last.event !== 'anchor') {
    const { number, hash: previous } = headAt(last)
    const data = {
      ...BLANK,
      event: 'anchor',
      actor: 'system',
      name: 'The CMS',
      previous,
      seal: anchorSealOf({ number, previous }),
    }
    await database.updateOne({
      collection,
      where: { and: [{ number: { equals: number } }, { event: { not_equals: 'anchor' } }] },
      data,
    })
  }
  await database.deleteMany({ collection, where: { number: { less_than: last.number } } })
}

const collection = 'audit-log'

/** The fields that an anchor drops. */
const BLANK = {
  userId: null,
  address: null,
  nameSalt: null,
  about: null,
  documentId: null,
  title: null,
  titleSalt: null,
  count: null,
}

async function findEdge(
  database: Database,
  sort: string,
  at: object,
  below?: number,
): Promise<SealedEntry | undefined> {
  const { docs: [entry] } = await database.find<Entry>({
    collection,
    where: {
      and: [{ number: { exists: true } }, { at }, ...(below === undefined ? [] : [{ number: { less_than: below } }])],
    },
    sort,
    limit: 1,
    pagination: false,
  })
  return entry as SealedEntry | undefined
}
