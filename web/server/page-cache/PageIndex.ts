import type { Change } from '@masthead/shared/changes'
import type { DatabaseSync } from 'node:sqlite'
import type { Dependencies } from '../changes/Dependencies'
import type { FieldsRecord } from '../changes/FieldsUsed'
import type { IndexedPage } from './IndexedPage'
import type { PageIndexStatements, PageRow } from './pageIndexTables'
import { rmSync } from 'node:fs'
import { pathIn } from '@masthead/shared/tags'
import { FieldsUsed } from '../changes/FieldsUsed'
import { checkpointInBackground } from '../storage/checkpointInBackground'
import { openDatabase } from '../storage/openDatabase'
import { indexedPage } from './IndexedPage'
import { preparePageIndex, TABLES } from './pageIndexTables'
import { pagesAffectedBy } from './pagesAffectedBy'

/**
 * Stores the cached pages, their dependencies, and how far the feed is followed, in one file. Nothing of it is in
 * memory, so neither a restart nor the garbage collector takes longer for more pages. The index acknowledges a change
 * only after it has all that the change invalidated.
 *
 * @throws the error of the database
 */
export class PageIndex {
  readonly #file: string
  #stopCheckpoints: (() => void) | undefined
  #database: DatabaseSync
  #statements: PageIndexStatements
  /** The combinations of fields that the file has. Many pages share one. */
  #stored = new Set<FieldsUsed>()
  /** A run uses each id once, so a page that replaces another has a different one. */
  #lastId = 0
  #size: PageIndexSize = { pages: 0, stale: 0 }

  /** @param file its path, or `:memory:` */
  constructor(file: string) {
    this.#file = file
    this.#database = openDatabase(file, TABLES)
    this.#statements = preparePageIndex(this.#database)
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

  /** Counted in memory, since a query would take longer. */
  get size(): PageIndexSize {
    return this.#size
  }

  get(path: string): IndexedPage | undefined {
    const row = this.#statements.get.get(path) as PageRow | undefined
    return row && indexedPage(row)
  }

  /** Replaces the page at a path by a valid one, as a whole or not at all. */
  put({ path, etag }: { path: string, etag: string }, dependencies: Dependencies): IndexedPage {
    const id = ++this.#lastId
    this.#atomically(() => {
      const before = this.get(path)
      if (before)
        this.delete(before)
      for (const fields of dependencies.combinations)
        this.#storeFields(fields)
      // A page depends on no path but its own, and the index finds it by that.
      for (const { name, use } of dependencies.entries.filter(({ name }) => pathIn(name) === undefined))
        this.#statements.putDependency.run(this.#idOfName(name), id, use)
      this.#statements.put.run(id, path, etag)
    })
    this.#size.pages++
    return { id, path, etag, staleSince: undefined }
  }

  /** @param since when the page became stale; milliseconds since 1970 */
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

  /** Removes a page from the index, except its dependencies: to delete those takes most of the time. */
  hide({ id }: IndexedPage): void {
    // In this order, a run that is killed in between leaves no stale page that looks valid.
    this.#size.pages -= Number(this.#statements.delete.run(id).changes)
    this.#size.stale -= Number(this.#statements.deleteStale.run(id).changes)
  }

  /**
   * Returns the pages that a change affects, each once, stale ones too. They come in batches, some of them empty, each
   * of which takes a millisecond. Pages may come and go meanwhile.
   */
  affectedBy(change: Change): Generator<IndexedPage[]> {
    return pagesAffectedBy(this.#statements, change)
  }

  /** Returns the pages that are not stale, in the same way. */
  * valid(): Generator<IndexedPage[]> {
    for (let rows = this.#pagesAfter(0); rows.length > 0; rows = this.#pagesAfter(rows.at(-1)!.id))
      yield rows.filter(({ since }) => since === null).map(indexedPage)
  }

  clear(): void {
    this.#database.exec(
      'DELETE FROM cached_pages; DELETE FROM stale; DELETE FROM dependencies; DELETE FROM names; DELETE FROM position; DELETE FROM fields',
    )
    this.#stored.clear()
    this.#size = { pages: 0, stale: 0 }
  }

  /** Does some short work in one transaction. After an error, it keeps what was written before. */
  inOneStep(work: () => void): void {
    this.#database.exec('BEGIN')
    try {
      work()
    }
    finally {
      this.#database.exec('COMMIT')
    }
  }

  /** Replaces the file by an empty one, after it could not be read or written to. */
  remake(): void {
    this.#stopCheckpoints?.()
    this.#database.close()
    if (this.#file !== ':memory:') {
      for (const ending of ['', '-shm', '-wal'])
        rmSync(this.#file + ending, { force: true })
    }
    this.#database = openDatabase(this.#file, TABLES)
    this.#statements = preparePageIndex(this.#database)
    this.#load()
    if (this.#stopCheckpoints)
      this.checkpointInBackground()
  }

  /** From now on, a thread copies the log of the database, so that no commit takes the time. */
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

export interface PageIndexSize {
  /** Stale ones included. */
  pages: number
  stale: number
}

export interface PageIndexState {
  /** Names the code that made the pages. */
  build: string
  /** The last change that was followed, and its entry of the feed. */
  followed: number
  entry?: string
  /** When the CMS last responded; milliseconds since 1970. */
  lastContactAt: number
}
