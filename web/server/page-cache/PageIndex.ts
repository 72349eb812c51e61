import type { Change } from '@masthead/shared/changes'
import type { DatabaseSync } from 'node:sqlite'
import type { FieldsRecord } from '../changes/FieldsUsed'
import { rmSync } from 'node:fs'
import { pathIn } from '@masthead/shared/tags'
import { FieldsUsed } from '../changes/FieldsUsed'
import { dependencyOf, Uses } from '../changes/Uses'
import { checkpointInBackground } from '../storage/checkpointInBackground'
import { openDatabase } from '../storage/openDatabase'

/**
 * The cached pages, what they depend on, and how far they have followed the feed, in one file: none of it is in memory,
 * so neither a restart nor the garbage collector takes longer for more pages. It has followed a change only once it has all
 * that the change made invalid.
 *
 * @throws the error of the database, which `isIndexError` tells from others
 */
export class PageIndex {
  readonly #file: string
  #stopCheckpoints: (() => void) | undefined
  #database: DatabaseSync
  #statements: ReturnType<typeof prepare>
  /** The combinations of fields that are in the file: many pages have the same. */
  #stored = new Set<FieldsUsed>()
  /** Ids are given once in a run, so that a page that was replaced meanwhile has another. */
  #lastId = 0
  #size: PageIndexSize = { pages: 0, stale: 0 }

  /** @param file its path, or `:memory:` */
  constructor(file: string) {
    this.#file = file
    this.#database = openDatabase(file, TABLES)
    this.#statements = prepare(this.#database)
    this.#load()
  }

  /** Undefined before the feed was first followed. */
  get state(): PageIndexState | undefined {
    const row = this.#statements.state.get() as { state: string } | undefined
    return row && JSON.parse(row.state) as PageIndexState
  }

  set state(state: PageIndexState) {
    this.#statements.setState.run(JSON.stringify(state))
  }

  /** Counted, not asked of the database. */
  get size(): PageIndexSize {
    return this.#size
  }

  get(path: string): IndexedPage | undefined {
    const row = this.#statements.get.get(path) as PageRow | undefined
    return row && pageOf(row)
  }

  /** Puts a valid page in the place of the one before, as a whole or not at all. */
  put({ path, etag }: { path: string, etag: string }, uses: Uses): IndexedPage {
    const id = ++this.#lastId
    this.#atomically(() => {
      const before = this.get(path)
      if (before)
        this.delete(before)
      for (const fields of uses.combinations)
        this.#storeFields(fields)
      // A page depends on no path but its own, by which it is found anyway.
      for (const { name, use } of uses.dependencies.filter(({ name }) => pathIn(name) === undefined))
        this.#statements.putDependency.run(this.#idOfName(name), id, use)
      this.#statements.put.run(id, path, etag)
    })
    this.#size.pages++
    return { id, path, etag, staleSince: undefined }
  }

  /** @param since when the page ceased to be valid; milliseconds since 1970 */
  markStale({ id }: IndexedPage, since: number): void {
    this.#size.stale += Number(this.#statements.markStale.run(id, since).changes)
  }

  markAllStale(since: number): void {
    this.#statements.markAllStale.run(since)
    this.#size.stale = this.#size.pages
  }

  delete(page: IndexedPage): void {
    this.hide(page)
    this.#statements.deleteDependencies.run(page.id)
  }

  /** Takes a page out of the index. What it depended on takes most of the time, and stays until it is deleted. */
  hide({ id }: IndexedPage): void {
    // In this order: killed in between, no run shall take a stale page for a valid one.
    this.#size.pages -= Number(this.#statements.delete.run(id).changes)
    this.#size.stale -= Number(this.#statements.deleteStale.run(id).changes)
  }

  /**
   * Returns the pages that a change affects, each once, stale ones too. They come in batches, some of them empty, each of
   * which takes a millisecond. Pages may come and go meanwhile.
   */
  * affectedBy(change: Change): Generator<IndexedPage[]> {
    const seen = new Set<number>()
    for (const tag of change.tags) {
      for (const pages of this.#affectedBy(change, tag)) {
        const others = pages.filter(({ id }) => !seen.has(id))
        if (change.tags.length > 1)
          others.forEach(({ id }) => seen.add(id))
        yield others
      }
    }
  }

  /** Returns the pages that are not stale, in the same way. */
  * valid(): Generator<IndexedPage[]> {
    for (let rows = this.#pagesAfter(0); rows.length > 0; rows = this.#pagesAfter(rows.at(-1)!.id))
      yield rows.filter(({ since }) => since === null).map(pageOf)
  }

  clear(): void {
    this.#database.exec('DELETE FROM cached_pages; DELETE FROM stale; DELETE FROM dependencies; DELETE FROM names; DELETE FROM position; DELETE FROM fields')
    this.#stored.clear()
    this.#size = { pages: 0, stale: 0 }
  }

  /** Notes some short work in one step. What was noted before an error stays. */
  inOneStep(work: () => void): void {
    this.#database.exec('BEGIN')
    try {
      work()
    }
    finally {
      this.#database.exec('COMMIT')
    }
  }

  /** Begins with an empty file: the one before takes no changes, or cannot be read. */
  remake(): void {
    this.#stopCheckpoints?.()
    this.#database.close()
    if (this.#file !== ':memory:') {
      for (const ending of ['', '-shm', '-wal'])
        rmSync(this.#file + ending, { force: true })
    }
    this.#database = openDatabase(this.#file, TABLES)
    this.#statements = prepare(this.#database)
    this.#load()
    if (this.#stopCheckpoints)
      this.checkpointInBackground()
  }

  /** From now on, no commit takes the time to copy the log of the database. */
  checkpointInBackground(): void {
    this.#stopCheckpoints = checkpointInBackground(this.#database)
  }

  close(): void {
    this.#database.close()
  }

  #atomically(work: () => void): void {
    this.#database.exec('SAVEPOINT step')
    try {
      work()
      this.#database.exec('RELEASE step')
    }
    catch (error) {
      this.#database.exec('ROLLBACK TO step; RELEASE step')
      this.#load()
      throw error
    }
  }

  #load(): void {
    this.#stored = new Set([FieldsUsed.none])
    for (const row of this.#statements.fields.iterate())
      this.#stored.add(FieldsUsed.of(JSON.parse((row as { fields: string }).fields) as FieldsRecord))
    const { pages, stale, last } = this.#statements.size.get() as { pages: number, stale: number, last: number }
    this.#size = { pages, stale }
    this.#lastId = Math.max(this.#lastId, last)
  }

  * #affectedBy(change: Change, tag: string): Generator<IndexedPage[]> {
    const path = pathIn(tag)
    if (path !== undefined) {
      const page = this.get(path)
      yield page ? [page] : []
      return
    }
    const name = dependencyOf(tag)
    const one: Change = { ...change, tags: [tag] }
    // Most pages use a document alike.
    const answers = new Map<string, boolean>()
    const isAffected = (use: string) => {
      const answer = answers.get(use) ?? Uses.of({ name, use }).isTouchedBy(one)
      answers.set(use, answer)
      return answer
    }
    for (let rows = this.#dependentsAfter(name, 0); rows.length > 0; rows = this.#dependentsAfter(name, rows.at(-1)!.id))
      yield rows.filter(({ use }) => isAffected(use)).map(pageOf)
  }

  #dependentsAfter(name: string, id: number): (PageRow & { use: string })[] {
    return this.#statements.dependents.all(name, id) as unknown as (PageRow & { use: string })[]
  }

  #pagesAfter(id: number): PageRow[] {
    return this.#statements.pages.all(id) as unknown as PageRow[]
  }

  #idOfName(name: string): number {
    const row = this.#statements.name.get(name) as { id: number } | undefined
    return row?.id ?? Number(this.#statements.putName.run(name).lastInsertRowid)
  }

  #storeFields(fields: FieldsUsed): void {
    if (this.#stored.has(fields))
      return
    this.#statements.putFields.run(fields.id, JSON.stringify(fields.record))
    this.#stored.add(fields)
  }
}

export interface IndexedPage {
  /** Another page at the same path has another one. */
  id: number
  path: string
  /** Of its own part. */
  etag: string
  /** When it ceased to be valid, if it has; milliseconds since 1970. */
  staleSince: number | undefined
}

export interface PageIndexSize {
  /** Stale ones included. */
  pages: number
  stale: number
}

export interface PageIndexState {
  /** What the pages were made by. */
  build: string
  /** The change that was followed last, and which entry of the feed that was. */
  followed: number
  entry?: string
  /** When the CMS last answered; milliseconds since 1970. */
  lastContactAt: number
}

interface PageRow {
  id: number
  path: string
  etag: string
  since: number | null
}

function pageOf({ id, path, etag, since }: PageRow): IndexedPage {
  return { id, path, etag, staleSince: since ?? undefined }
}

/** A page becomes stale by a short row of its own, so that 100,000 of them are few bytes. Earlier versions had other tables, of which nothing is used. */
const TABLES = `
  DROP TABLE IF EXISTS pages;
  DROP TABLE IF EXISTS state;
  CREATE TABLE IF NOT EXISTS cached_pages (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, etag TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS stale (page INTEGER PRIMARY KEY, since REAL NOT NULL);
  CREATE TABLE IF NOT EXISTS names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS dependencies (name INTEGER NOT NULL, page INTEGER NOT NULL, use TEXT NOT NULL, PRIMARY KEY (name, page)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS dependencies_of_page ON dependencies (page);
  CREATE TABLE IF NOT EXISTS fields (id TEXT PRIMARY KEY, fields TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS position (id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT NOT NULL);
`

/** Rows at a time: reading them takes a millisecond. */
const BATCH = 300

function prepare(database: DatabaseSync) {
  return {
    state: database.prepare('SELECT state FROM position'),
    setState: database.prepare('INSERT OR REPLACE INTO position VALUES (1, ?)'),
    fields: database.prepare('SELECT fields FROM fields'),
    putFields: database.prepare('INSERT OR REPLACE INTO fields VALUES (?, ?)'),
    size: database.prepare('SELECT (SELECT count(*) FROM cached_pages) AS pages, (SELECT count(*) FROM stale) AS stale, max((SELECT ifnull(max(id), 0) FROM cached_pages), (SELECT ifnull(max(page), 0) FROM dependencies), (SELECT ifnull(max(page), 0) FROM stale)) AS last'),
    get: database.prepare('SELECT id, path, etag, since FROM cached_pages LEFT JOIN stale ON page = id WHERE path = ?'),
    pages: database.prepare(`SELECT id, path, etag, since FROM cached_pages LEFT JOIN stale ON page = id WHERE id > ? ORDER BY id LIMIT ${BATCH}`),
    put: database.prepare('INSERT INTO cached_pages VALUES (?, ?, ?)'),
    name: database.prepare('SELECT id FROM names WHERE name = ?'),
    putName: database.prepare('INSERT INTO names (name) VALUES (?)'),
    putDependency: database.prepare('INSERT INTO dependencies VALUES (?, ?, ?)'),
    dependents: database.prepare(`
      SELECT cached_pages.id AS id, path, etag, since, use
      FROM dependencies JOIN cached_pages ON cached_pages.id = dependencies.page LEFT JOIN stale ON stale.page = cached_pages.id
      WHERE dependencies.name = (SELECT id FROM names WHERE name = ?) AND dependencies.page > ?
      ORDER BY dependencies.page LIMIT ${BATCH}`),
    markStale: database.prepare('INSERT OR IGNORE INTO stale VALUES (?, ?)'),
    markAllStale: database.prepare('INSERT OR IGNORE INTO stale SELECT id, ? FROM cached_pages'),
    delete: database.prepare('DELETE FROM cached_pages WHERE id = ?'),
    deleteStale: database.prepare('DELETE FROM stale WHERE page = ?'),
    deleteDependencies: database.prepare('DELETE FROM dependencies WHERE page = ?'),
  }
}
