import type { Database } from './entries.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebNote } from './WebNote.ts'

/** Notes how far a web has followed, by what it asks for. */
export async function noteWeb(database: Database, name: string, followed: number): Promise<void> {
  const notes = notesOf(database)
  const note = notes.get(name) ?? new WebNote(followed => write(database, name, followed))
  notes.set(name, note)
  await note.note(followed)
}

function write(database: Database, name: string, followed: number): Promise<unknown> {
  return database.upsert({ collection: 'webs', where: { name: { equals: name } }, data: { name, followed, seenAt: new Date().toISOString() } })
}

function notesOf(database: Database): Map<string, WebNote> {
  const notes = known.get(database) ?? new Map<string, WebNote>()
  known.set(database, notes)
  return notes
}

/** The webs that have asked this process, by name. */
const known = new WeakMap<Database, Map<string, WebNote>>()

/** Forgets the webs that were last heard of before a moment. */
export async function trimWebs(database: Database, before: Date): Promise<void> {
  await database.deleteMany({ collection: 'webs', where: { seenAt: { less_than: before.toISOString() } } })
}

/** Of the webs that were heard of lately, those that have followed to a number; they have a moment to get there. */
export async function websAt(database: Database, number: number): Promise<{ live: number, total: number }> {
  for (const end = Date.now() + PATIENCE; ; await sleep(50)) {
    const { docs } = await database.find<{ id: string, followed: number }>({ collection: 'webs', where: { seenAt: { greater_than: new Date(Date.now() - LATELY).toISOString() } }, pagination: false })
    const live = docs.filter(({ followed }) => followed >= number).length
    if (live === docs.length || Date.now() > end)
      return { live, total: docs.length }
  }
}

/** Milliseconds. */
const PATIENCE = 2000

/** Milliseconds after which a web that is not heard of is taken to be gone for good. */
const LATELY = 10 * 60 * 1000
