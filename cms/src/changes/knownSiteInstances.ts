import type { Touched } from '@masthead/shared/touched'
import type { Database } from './entries.ts'
import type { Progress } from './SiteInstanceNote.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { SiteInstanceNote } from './SiteInstanceNote.ts'

/** Stores how far a site instance has followed, as its request says. */
export async function recordSiteInstance(database: Database, name: string, progress: Progress): Promise<void> {
  const notes = notesOf(database)
  const note = notes.get(name) ?? new SiteInstanceNote(progress => write(database, name, progress))
  notes.set(name, note)
  await note.note(progress)
}

function write(database: Database, name: string, { followed, touched }: Progress): Promise<unknown> {
  // A report of affected pages belongs to one request; an earlier one would be wrong here.
  const report = touched ?? null
  return database.upsert({
    collection: 'webs',
    where: { name: { equals: name } },
    data: { name, followed, touched: report, seenAt: new Date().toISOString() },
  })
}

function notesOf(database: Database): Map<string, SiteInstanceNote> {
  const notes = known.get(database) ?? new Map<string, SiteInstanceNote>()
  known.set(database, notes)
  return notes
}

/** The site instances that have sent requests to this process, by name. */
const known = new WeakMap<Database, Map<string, SiteInstanceNote>>()

/** Forgets the site instances whose last request came before a moment. */
export async function trimSiteInstances(database: Database, before: Date): Promise<void> {
  await database.deleteMany({ collection: 'webs', where: { seenAt: { less_than: before.toISOString() } } })
}

/**
 * Returns how many of the known site instances have followed to a sequence number. Waits up to two seconds for the
 * rest.
 */
export async function siteInstancesAt(database: Database, number: number): Promise<WebsAt> {
  for (const end = Date.now() + REPORT_TIMEOUT_MS; ; await sleep(50)) {
    const { docs } = await database.find<WebRow>({
      collection: 'webs',
      where: { seenAt: { greater_than: new Date(Date.now() - REPORT_AGE_MS).toISOString() } },
      pagination: false,
    })
    const live = docs.filter(({ followed }) => followed >= number)
    if (live.length === docs.length || Date.now() > end)
      return { live: live.length, total: docs.length, touched: touchedBy(number, live) }
  }
}

interface WebsAt {
  live: number
  total: number
  /** The cached pages that the change with that number affected on any of them; undefined if none has reported it. */
  touched: string[] | undefined
}

interface WebRow {
  id: string
  followed: number
  /** SQLite gives null if the site instance reported nothing. */
  touched?: Touched[] | null
}

function touchedBy(number: number, webs: WebRow[]): string[] | undefined {
  const reports = webs.flatMap(({ touched }) => touched?.filter(change => change.number === number) ?? [])
  return reports.length > 0 ? [...new Set(reports.flatMap(({ paths }) => paths))] : undefined
}

/** Milliseconds to wait for site instances that have not followed yet. */
const REPORT_TIMEOUT_MS = 2000

/** Milliseconds without a request after which a site instance counts as shut down. */
const REPORT_AGE_MS = 10 * 60 * 1000
