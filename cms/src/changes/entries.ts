import type { Change, Changes, Position } from '@masthead/shared/changes'
import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'
import type { ChangeDraft } from './changeOf.ts'

/**
 * Reads and writes the entries of the feed in the database. It bypasses Payload's operations: the entries need no
 * validation and no hooks, and each save waits for them.
 */

/** Either of the two databases: they differ in the type of a session. */
export type Database = Omit<BaseDatabaseAdapter, 'sessions'>

type Request = Partial<PayloadRequest>

/** Step 1: writes an entry without a number, in the transaction of the change if there is one. Returns its id. */
export async function writeEntry(req: PayloadRequest, noted: ChangeDraft): Promise<string> {
  const { id } = await req.payload.db.create({ collection, data: { ...noted }, req }) as { id: string }
  return id
}

/**
 * Step 3: completes the entry with the change's result. Returns its id, or that of a new entry if the first one has got
 * its number meanwhile.
 */
export async function completeEntry(req: PayloadRequest, id: string, noted: ChangeDraft): Promise<string> {
  const completed: unknown = await req.payload.db.updateOne({
    collection,
    where: unnumbered(id),
    data: { ...noted },
    req,
  })
  return completed ? id : writeEntry(req, noted)
}

export async function discardEntry(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteMany({ collection, where: unnumbered(id), req })
}

/** Step 4: assigns a sequence number. Returns false if the entry has one already, or was rolled back. */
export async function assignSequence(database: Database, id: string, number: number, req?: Request): Promise<boolean> {
  return Boolean(await database.updateOne({ collection, where: unnumbered(id), data: { number }, req }))
}

/** Returns the entries of a document after a sequence number, and those without a number yet. */
export async function entriesSince(
  database: Database,
  tag: string,
  since: number,
): Promise<{ id: string, tags: string[] }[]> {
  const { docs } = await database.find<Entry>({
    collection,
    where: {
      and: [{ createdAt: { greater_than: new Date(Date.now() - MAX_CHANGE_MS).toISOString() } }, {
        or: [{ number: { exists: false } }, { number: { greater_than: since } }],
      }],
    },
    limit: MAX_ENTRIES,
    pagination: false,
  })
  return docs.filter(({ tags }) => tags.includes(tag))
}

export async function lastNumber(database: Database, req?: Request): Promise<number> {
  return (await lastEntry(database, req))?.number ?? 0
}

async function lastEntry(database: Database, req?: Request): Promise<Pick<Entry, 'id' | 'number'> | undefined> {
  const { docs: [last] } = await database.find<Entry>({
    collection,
    where: { number: { exists: true } },
    sort: '-number',
    limit: 1,
    pagination: false,
    select: { number: true },
    req,
  })
  return last
}

/**
 * Starts a new feed. Every site instance that followed this one, or the feed of a database that this one replaced, has
 * to start over. The first number is the current time in milliseconds, which no feed has reached by counting, so no
 * number comes twice.
 */
export async function startNewFeed(database: Database): Promise<void> {
  const number = Math.max(await lastNumber(database) + 2, Date.now())
  await database.create({ collection, data: { number, kind: 'changed', tags: [] } })
  await database.deleteMany({ collection, where: { number: { less_than: number } } })
}

/** Returns the ids of entries that have waited for a number since before a moment, oldest first. */
export async function findUnnumbered(
  database: Database,
  { after, before }: { after: Date, before: Date },
): Promise<string[]> {
  const { docs } = await database.find<Entry>({
    collection,
    where: {
      and: [{ number: { exists: false } }, { createdAt: { greater_than: after.toISOString() } }, {
        createdAt: { less_than: before.toISOString() },
      }],
    },
    sort: 'createdAt',
    limit: MAX_ENTRIES,
    pagination: false,
    select: { number: true },
  })
  return docs.map(({ id }) => id)
}

/** Returns the changes after a position; without one, only the current position of the feed. */
export async function changesAfter(database: Database, position: Position | undefined): Promise<Changes> {
  const { number: last, id: entry } = await lastEntry(database) ?? { number: 0, id: undefined }
  const nothing: Changes = { last, entry, changes: [] }
  if (!position || (position.number === last && isAt(position, entry)))
    return nothing
  const { docs } = await database.find<Entry>({
    collection,
    where: { number: { greater_than_equal: position.number } },
    sort: 'number',
    limit: MAX_ENTRIES,
    pagination: false,
  })
  const [known] = docs[0]?.number === position.number ? docs.splice(0, 1) : []
  // Numbers have no gaps: if the next one is missing, it was trimmed, or belongs to another feed.
  if (docs[0]?.number !== position.number + 1 || !isAt(position, known?.id))
    return { ...nothing, reset: true }
  return { last: Math.max(last, docs.at(-1)!.number), entry: docs.at(-1)!.id, changes: docs.map(changeIn) }
}

/** Returns the change in an entry. SQLite gives null for an absent value. */
function changeIn({ number, kind, tags, fields }: Entry): Change {
  return { number, kind, tags, ...(fields && { fields }) }
}

/** Whether the position belongs to this feed, as far as the follower has named its entry. */
function isAt({ entry }: Position, id: string | undefined): boolean {
  return entry === undefined || entry === id
}

/** Returns the last change with a tag after a number, among the last thousand of all. */
export async function lastChangeOf(database: Database, tag: string, after = 0): Promise<Entry | undefined> {
  const { docs } = await database.find<Entry>({
    collection,
    where: { number: { greater_than: after } },
    sort: '-number',
    limit: MAX_ENTRIES,
    pagination: false,
  })
  return docs.find(({ tags }) => tags.includes(tag))
}

/**
 * Deletes entries older than a moment, from the first number on. The last entry stays, because numbers continue from
 * it.
 */
export async function trimEntries(database: Database, before: Date): Promise<void> {
  const { docs: [young] } = await database.find<Entry>({
    collection,
    where: { and: [{ number: { exists: true } }, { createdAt: { greater_than_equal: before.toISOString() } }] },
    sort: 'number',
    limit: 1,
    pagination: false,
    select: { number: true },
  })
  await database.deleteMany({
    collection,
    where: { number: { less_than: young?.number ?? await lastNumber(database) } },
  })
}

export interface Entry extends ChangeDraft {
  id: string
  number: number
  createdAt: string
}

/**
 * Milliseconds that a transaction may last. Other processes see an entry only when its transaction ends, but it has the
 * time at which it was written.
 */
export const MAX_CHANGE_MS = 10 * 60 * 1000

const collection = 'feed'

/** The most entries handled at once. */
const MAX_ENTRIES = 1000

function unnumbered(id: string): Where {
  return { and: [{ id: { equals: id } }, { number: { exists: false } }] }
}
