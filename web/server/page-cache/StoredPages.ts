import type { Change } from '@masthead/shared/changes'
import type { Dependencies } from '../changes/Dependencies'
import type { IndexedPage } from './IndexedPage'
import type { OwnFiles } from './OwnFiles'
import type { OwnPage } from './OwnPage'
import type { Page } from './Page'
import type { PageFiles } from './PageFiles'
import type { PageIndex, PageIndexSize, PageIndexState } from './PageIndex'
import { inBackground } from '../scheduling/inBackground'
import { inSlices } from '../scheduling/inSlices'
import { DiskErrorReporter } from '../storage/DiskErrorReporter'

/**
 * The cached pages on the disk: their own parts, the composed pages for nginx, and the index that says which of them
 * are valid. A page that the disk does not take is not stored; a change that it does not take is an error, since an
 * outdated page would be served after it.
 */
export class StoredPages {
  readonly #files: PageFiles
  readonly #ownFiles: OwnFiles
  readonly #index: PageIndex
  readonly #disk = new DiskErrorReporter()
  /** Whether every file that nginx can reach is in the index. */
  #isVerified = false
  #hasBrokenIndex = false

  constructor({ files, ownFiles, index }: StoredPagesOptions) {
    this.#files = files
    this.#ownFiles = ownFiles
    this.#index = index
  }

  /**
   * Takes over the pages of an earlier run, and returns its state. Pages of another build are stale.
   *
   * @param build names the code that makes the pages
   */
  open(build: string): PageIndexState | undefined {
    const { state } = this.#index
    this.#disk.succeeds(() => {
      this.#files.open()
      this.#ownFiles.open()
    })
    if (state && state.build !== build)
      this.#index.markAllStale(Date.now())
    // Files of an earlier run may be damaged, or missing in the index, so pages are composed again.
    this.#disk.succeeds(() => this.#files.startGeneration({ keepsPrevious: state !== undefined }))
    return state
  }

  get size(): PageIndexSize {
    return this.#index.size
  }

  /** Returns undefined if there is none, or the index cannot be read. */
  get(path: string): IndexedPage | undefined {
    return this.#disk.attempt(() => this.#index.get(path))
  }

  /** Returns the pages that are not stale, in batches. */
  valid(): Generator<IndexedPage[]> {
    return this.#index.valid()
  }

  /** Stores a page without its layout; undefined if the disk does not take it. */
  put(path: string, own: OwnPage, dependencies: Dependencies): IndexedPage | undefined {
    return this.#disk.attempt(() => {
      this.#ownFiles.write(path, own)
      return this.#index.put({ path, etag: own.etag }, dependencies)
    })
  }

  /** Returns a page without its layout; undefined if its file is not the one that the index names. */
  readOwn({ path, etag }: { path: string, etag: string }): OwnPage | undefined {
    return this.#disk.attempt(() => this.#ownFiles.read(path, etag))
  }

  /** Gives nginx a composed page. */
  putComposed(path: string, page: Page): void {
    this.#disk.succeeds(() => this.#files.put(path, page))
  }

  /** Gives nginx the page of an error. */
  putError(page: Page): void {
    this.#disk.succeeds(() => this.#files.putError(page))
  }

  /** Deletes a page that no reader may get any more. */
  delete(page: IndexedPage): void {
    this.#files.remove(page.path)
    this.#disk.succeeds(() => {
      this.#ownFiles.remove(page.path)
      this.#index.delete(page)
    })
  }

  /** Removes all pages. */
  clear(): void {
    if (this.#hasBrokenIndex || !this.#disk.succeeds(() => this.#index.clear()))
      this.#index.remake()
    this.#hasBrokenIndex = false
    this.#disk.succeeds(() => this.#ownFiles.clear())
    this.startGeneration({ keepsPrevious: false })
  }

  /** Takes all composed pages from nginx in one step. */
  startGeneration(options: { keepsPrevious: boolean }): void {
    this.#files.startGeneration(options)
    this.#isVerified ||= !options.keepsPrevious
  }

  /** Removes older generations. Call it once every valid page is composed for the current layout. */
  endPreviousGenerations(): void {
    this.#isVerified = this.#disk.succeeds(() => this.#files.endPrevious())
  }

  /**
   * Does the work for some changes, and then stores how far the feed is followed. A run that ends before follows the
   * changes again.
   *
   * @param work returns the state after it
   * @throws the error of the disk; if it is the index that did not take the change, all pages have to be cleared
   */
  async follow(work: () => Promise<PageIndexState>): Promise<void> {
    try {
      this.#index.state = await work()
    }
    catch (error) {
      this.#hasBrokenIndex ||= (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR'
      throw error
    }
  }

  /** Whether the index did not take a change: it is out of date until all pages are cleared. */
  get hasBrokenIndex(): boolean {
    return this.#hasBrokenIndex
  }

  /** Returns the pages that a change affects: valid ones, and if something is gone, stale ones too. */
  async affectedBy(change: Change): Promise<IndexedPage[]> {
    const affected: IndexedPage[] = []
    await inSlices(this.#index.affectedBy(change), (pages) => {
      affected.push(...pages.filter(({ staleSince }) => staleSince === undefined || change.kind === 'gone'))
    })
    return affected
  }

  /**
   * Invalidates pages in slices, except those that were replaced meanwhile.
   *
   * @param options.isGone whether no reader may get them any more
   * @param options.isAtOnce whether a new generation has taken them from nginx
   * @param options.onInvalidate called with each of them
   * @throws the error of the file system if a page cannot be taken from nginx
   */
  async invalidate(pages: readonly IndexedPage[], { isGone, isAtOnce, onInvalidate }: Invalidation): Promise<void> {
    if (!isAtOnce && isGone && !this.#isVerified)
      this.#files.endPrevious()
    await inSlices(pages, (page) => {
      // A page that was stored meanwhile was rendered after the change.
      if (this.#index.get(page.path)?.id !== page.id)
        return
      onInvalidate(page)
      if (isGone)
        this.#index.hide(page)
      else
        this.#index.markStale(page, Date.now())
      if (!isAtOnce)
        this.#takeFromNginx(page, { isGone })
    }, { around: slice => this.#index.inOneStep(slice) })
    if (isGone)
      void inBackground(inBatches(pages), batch => this.#deleteHidden(batch))
  }

  #takeFromNginx({ path }: IndexedPage, { isGone }: { isGone: boolean }): void {
    if (isGone)
      this.#files.remove(path)
    else
      this.#files.markStale(path)
  }

  #deleteHidden(pages: readonly IndexedPage[]): void {
    this.#disk.succeeds(() =>
      this.#index.inOneStep(() =>
        pages.forEach((page) => {
          this.#index.delete(page)
          // Another page may have been stored meanwhile.
          if (!this.#index.get(page.path))
            this.#ownFiles.remove(page.path)
        }),
      ),
    )
  }
}

/** Returns batches that take one commit and a few milliseconds each. */
function* inBatches<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += BATCH)
    yield items.slice(start, start + BATCH)
}

const BATCH = 20

interface StoredPagesOptions {
  files: PageFiles
  ownFiles: OwnFiles
  index: PageIndex
}

interface Invalidation {
  isGone: boolean
  isAtOnce: boolean
  onInvalidate: (page: IndexedPage) => void
}
