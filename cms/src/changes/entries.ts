import type { Change, Changes, Position } from '@masthead/shared/changes'
import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'
import type { ChangeDraft } from './changeOf.ts'

/**
 * The entries of the feed in the database. They are read and written past Payload's operations: nothing is to be
 * checked or hooked, and each save waits for it.
 */

/** Either of the two databases: they differ in what a session is. */
export type Database = Omit<BaseDatabaseAdapter, 'sessions'>

type Request = Partial<PayloadRequest>

/** Step 1: an entry without a number, in the transaction of the change where there is one. */
export async function writeEntry(req: PayloadRequest, noted: ChangeDraft): Promise<string> {
  const { id } = await req.payload.db.create({ collection, data: { ...noted }, req }) as { id: string }
  return id
}

/** Step 3: says what the change has become; in another entry where the first one has got its number meanwhile. */
export async function completeEntry(req: PayloadRequest, id: string, noted: ChangeDraft): Promise<string> {
  const completed: unknown = await req.payload.db.updateOne({ collection, where: unnumbered(id), data: { ...noted }, req })
  return completed ? id : writeEntry(req, noted)
}

export async function discardEntry(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteMany({ collection, where: unnumbered(id), req })
}

/** Step 4. Does nothing to what has its number already, or was rolled back. */
export async function assignSequence(database: Database, id: string, number: number, req?: Request): Promise<boolean> {
  return Boolean(await database.updateOne({ collection, where: unnumbered(id), data: { number }, req }))
}

/** What was noted of a document since a number, or is being noted still. */
export async function entriesSince(database: Database, tag: string, since: number): Promise<{ id: string, tags: string[] }[]> {
  const { docs } = await database.find<Entry>({
    collection,
    where: { and: [{ createdAt: { greater_than: new Date(Date.now() - MAX_CHANGE_MS).toISOString() } }, { or: [{ number: { exists: false } }, { number: { greater_than: since } }] }] },
    limit: MAX_ENTRIES,
    pagination: false,
  })
  return docs.filter(({ tags }) => tags.includes(tag))
}

export async function lastNumber(database: Database, req?: Request): Promise<number> {
  return (await lastEntry(database, req))?.number ?? 0
}

async function lastEntry(database: Database, req?: Request): Promise<Pick<Entry, 'id' | 'number'> | undefined> {
  const { docs: [last] } = await database.find<Entry>({ collection, where: { number: { exists: true } }, sort: '-number', limit: 1, pagination: false, select: { number: true }, req })
  return last
}

/**
 * Begins another feed: whoever has followed this one, or what was in its place before the database was replaced, is
 * told to begin anew. Its first number is the time, which no feed has counted up to, so that none comes twice.
 */
export async function startNewFeed(database: Database): Promise<void> {
  const number = Math.max(await lastNumber(database) + 2, Date.now())
  await database.create({ collection, data: { number, kind: 'changed', tags: [] } })
  await database.deleteMany({ collection, where: { number: { less_than: number } } })
}

/** Those that wait for a number since before a moment, oldest first. */
export async function findUnnumbered(database: Database, { after, before }: { after: Date, before: Date }): Promise<string[]> {
  const { docs } = await database.find<Entry>({
    collection,
    where: { and: [{ number: { exists: false } }, { createdAt: { greater_than: after.toISOString() } }, { createdAt: { less_than: before.toISOString() } }] },
    sort: 'createdAt',
    limit: MAX_ENTRIES,
    pagination: false,
    select: { number: true },
  })
  return docs.map(({ id }) => id)
}

/** What a follower is told who has followed up to a position, or has not begun to follow. */
export async function changesAfter(database: Database, position: Position | undefined): Promise<Changes> {
  const { number: last, id: entry } = await lastEntry(database) ?? { number: 0, id: undefined }
  const nothing: Changes = { last, entry, changes: [] }
  if (!position || (position.number === last && isAt(position, entry)))
    return nothing
  const { docs } = await database.find<Entry>({ collection, where: { number: { greater_than_equal: position.number } }, sort: 'number', limit: MAX_ENTRIES, pagination: false })
  const [known] = docs[0]?.number === position.number ? docs.splice(0, 1) : []
  // Numbers have no gaps: where the next one is missing, it was trimmed, or is of another feed.
  if (docs[0]?.number !== position.number + 1 || !isAt(position, known?.id))
    return { ...nothing, reset: true }
  return { last: Math.max(last, docs.at(-1)!.number), entry: docs.at(-1)!.id, changes: docs.map(changeIn) }
}

/** SQLite gives null for what an entry does not say. */
function changeIn({ number, kind, tags, fields }: Entry): Change {
  return { number, kind, tags, ...(fields && { fields }) }
}

/** Whether it is this feed that was followed, as far as the follower says. */
function isAt({ entry }: Position, id: string | undefined): boolean {
  return entry === undefined || entry === id
}

/** The last change with a tag that came after a number, among the last thousand of all. */
export async function lastChangeOf(database: Database, tag: string, after = 0): Promise<Entry | undefined> {
  const { docs } = await database.find<Entry>({ collection, where: { number: { greater_than: after } }, sort: '-number', limit: MAX_ENTRIES, pagination: false })
  return docs.find(({ tags }) => tags.includes(tag))
}

/** Deletes what is older than a moment, from the first number on; the last entry stays, for numbers to go on from. */
export async function trimEntries(database: Database, before: Date): Promise<void> {
  const { docs: [young] } = await database.find<Entry>({
    collection,
    where: { and: [{ number: { exists: true } }, { createdAt: { greater_than_equal: before.toISOString() } }] },
    sort: 'number',
    limit: 1,
    pagination: false,
    select: { number: true },
  })
  await database.deleteMany({ collection, where: { number: { less_than: young?.number ?? await lastNumber(database) } } })
}

export interface Entry extends ChangeDraft {
  id: string
  number: number
  createdAt: string
}

/** Milliseconds. An entry is seen by others when its transaction ends, with the time at which it was written in it. */
export const MAX_CHANGE_MS = 10 * 60 * 1000

const collection = 'feed'

/** How many are handled in one go. */
const MAX_ENTRIES = 1000

function unnumbered(id: string): Where {
  return { and: [{ id: { equals: id } }, { number: { exists: false } }] }
}
