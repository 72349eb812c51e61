import type { IndexedPage } from './IndexedPage'
import type { OwnPage } from './OwnPage'
import type { StoredPages } from './StoredPages'
import { NotFoundCache } from './NotFoundCache'
import { PagesInMemory } from './PagesInMemory'

/** The entries of the page cache: those in memory, those on the disk, and the paths without a page. */
export class PageEntries {
  readonly memory: PagesInMemory
  readonly notFound = new NotFoundCache()
  readonly stored: StoredPages

  /** @param options.limit bytes in memory */
  constructor({ limit, stored }: { limit: number, stored: StoredPages }) {
    this.memory = new PagesInMemory(limit)
    this.stored = stored
  }

  get size(): PageCacheSize {
    const { pages, stale } = this.stored.size
    const unstored = this.memory.unstored.filter(({ path }) => !this.stored.get(path))
    const staleUnstored = unstored.filter(({ staleSince }) => staleSince !== undefined).length
    return {
      pages: pages - stale + unstored.length - staleUnstored,
      stale: stale + staleUnstored,
      bytes: this.memory.bytes,
    }
  }

  /** Returns the entry at a path, valid or stale. */
  get(path: string): IndexedPage | undefined {
    return this.memory.peek(path)?.page ?? this.stored.get(path)
  }

  /** Returns the entry at a path unless it is stale. */
  valid(path: string): IndexedPage | undefined {
    const entry = this.get(path)
    return entry?.staleSince === undefined ? entry : undefined
  }

  /** Returns the own part of an entry; undefined if its file is lost, and the entry is deleted. */
  ownOf(entry: IndexedPage, { isInDemand = true } = {}): OwnPage | undefined {
    const inMemory = isInDemand ? this.memory.get(entry.path) : this.memory.peek(entry.path)
    if (inMemory)
      return inMemory.own
    const own = this.stored.readOwn(entry)
    if (!own)
      this.delete(entry.path)
    else if (isInDemand)
      this.memory.put(entry, own)
    return own
  }

  delete(path: string): void {
    this.memory.delete(path)
    const page = this.stored.get(path)
    if (page)
      this.stored.delete(page)
  }

  clear(): void {
    this.notFound.clear()
    this.memory.clear()
    this.stored.clear()
  }
}

export interface PageCacheSize {
  /** Stale ones not included. */
  pages: number
  stale: number
  /** In memory. */
  bytes: number
}
