import type { Changes } from '@masthead/shared/changes'
import type { Dependencies } from '../changes/Dependencies'
import type { FeedHistory } from '../changes/FeedHistory'
import type { Layouts, LayoutState } from './Layouts'
import type { OwnPage } from './OwnPage'
import type { Page } from './Page'
import type { PageCacheSize } from './PageEntries'
import type { AppliedChanges } from './PageInvalidator'
import type { StoredPages } from './StoredPages'
import { PageComposer } from './PageComposer'
import { PageEntries } from './PageEntries'
import { PageGeneration } from './PageGeneration'
import { PageInvalidator } from './PageInvalidator'

/**
 * The cached pages, and how far they have followed the feed. A page is stored without its layout and composed for the
 * layout of the moment. If something changes that a page depends on, it becomes a stale copy, used only if no newer
 * page can be had; if something is gone, the page is removed. Memory holds the pages in demand; the disk holds all.
 */
export class PageCache {
  readonly history: FeedHistory
  readonly #entries: PageEntries
  readonly #generation = new PageGeneration()
  readonly #invalidator: PageInvalidator
  readonly #composer: PageComposer
  #reads = 0
  #unavailable: Page | undefined

  /**
   * @param options.limit bytes in memory
   * @param options.build names the code that makes the pages: those of another build are of use as stale copies only
   */
  constructor({ limit, stored, history, layouts, build }: PageCacheOptions) {
    this.history = history
    const [entries, generation] = [new PageEntries({ limit, stored }), this.#generation]
    this.#entries = entries
    this.#invalidator = new PageInvalidator({ entries, history, layouts, generation, build })
    this.#composer = new PageComposer({ entries, history, layouts, generation, invalidator: this.#invalidator })
  }

  /** The last number of the feed that was followed; undefined before the first contact. */
  get followed(): number | undefined {
    return this.history.position?.number
  }

  /** The last number after which no outdated page is served any more: while changes are followed, one before. */
  get applied(): number | undefined {
    return this.#invalidator.applied
  }

  /** When the CMS last sent changes, to an earlier run, too; milliseconds since 1970. */
  get lastContactAt(): number | undefined {
    return this.#invalidator.lastContactAt
  }

  get size(): PageCacheSize {
    return this.#entries.size
  }

  /** Counts how often all pages have to be composed again. */
  get generation(): number {
    return this.#generation.number
  }

  /** Counts the requests of readers for pages. */
  get reads(): number {
    return this.#reads
  }

  /** Resolves once the changes that are being followed are; until then, nginx may have older pages. */
  get settled(): Promise<void> {
    return this.#invalidator.settled
  }

  /** The page for readers if there is no other, which nginx has, too. */
  get unavailable(): Page | undefined {
    return this.#unavailable
  }

  /** Whether a page is cached and valid, whatever its layout. */
  has(path: string): boolean {
    return this.#entries.valid(path) !== undefined
  }

  storeUnavailable(page: Page): void {
    this.#unavailable = page
    this.storeError(page)
  }

  /** Stores the page of an error that nginx finds by itself. */
  storeError(page: Page): void {
    this.#entries.stored.putError(page)
  }

  /** Returns a page for a reader, if it is in memory, composed. */
  get(path: string): Page | undefined {
    this.#reads++
    const composed = this.#entries.memory.get(path)?.composed
    return composed?.generation === this.#generation.number ? composed.page : this.#entries.notFound.get(path)
  }

  /** Stores a page without its layout. Before the feed is followed, nothing is stored. */
  store(path: string, own: OwnPage, dependencies: Dependencies): void {
    if (this.followed === undefined)
      return
    const { memory, stored } = this.#entries
    const page = stored.put(path, own, dependencies)
    if (page)
      memory.putStored(page, own)
    else
      memory.putUnstored(path, own, dependencies)
  }

  /** Stores a page as a stale copy: readers got it, but it changed while it was rendered. */
  storeStale(path: string, own: OwnPage, dependencies: Dependencies): void {
    this.#entries.memory.putUnstored(path, own, dependencies, Date.now())
  }

  /** Stores that there is no page at a path, and the page that says so. */
  storeNotFound(path: string, page: Page, dependencies: Dependencies): void {
    if (this.followed === undefined)
      return
    this.delete(path)
    this.#entries.notFound.set(path, page, dependencies)
  }

  /** Deletes a page, after the CMS responded that there is none. */
  delete(path: string): void {
    this.#entries.delete(path)
  }

  /** Composes a valid page for a layout, as `PageComposer.compose`. */
  compose(path: string, layout: LayoutState, options?: { isInDemand: boolean }): Promise<Page | undefined> {
    return this.#composer.compose(path, layout, options)
  }

  /** Returns the last page known at a path, as `PageComposer.composeStale`. */
  composeStale(path: string): Promise<{ page: Page, since: number } | undefined> {
    return this.#composer.composeStale(path)
  }

  /** Returns the paths of the pages to compose again, as `PageComposer.uncomposed`. */
  uncomposed(): Generator<string | undefined> {
    return this.#composer.uncomposed()
  }

  /** Removes older generations. Call it once every valid page is composed for the current layout. */
  endPreviousGenerations(): void {
    this.#entries.stored.endPreviousGenerations()
  }

  /** Follows the feed, as `PageInvalidator.apply`. */
  follow(response: Changes): Promise<AppliedChanges> {
    return this.#invalidator.apply(response)
  }
}

interface PageCacheOptions {
  limit: number
  stored: StoredPages
  history: FeedHistory
  layouts: Layouts
  build: string
}
