import type { Database } from './entries.ts'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a web has followed the feed of this database before. */
export async function isKnownWeb(database: Database, name: string): Promise<boolean> {
  const names = known.get(database) ?? new Set()
  known.set(database, names)
  if (!names.has(name) && await database.findOne({ collection: 'webs', where: { name: { equals: name } } }))
    names.add(name)
  return names.has(name)
}

const known = new WeakMap<Database, Set<string>>()

/** Notes how far a web has followed, by what it asks for. */
export async function noteWeb(database: Database, name: string, followed: number): Promise<void> {
  await database.upsert({ collection: 'webs', where: { name: { equals: name } }, data: { name, followed, seenAt: new Date().toISOString() } })
}

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
