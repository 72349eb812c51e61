import type { Change, Changes } from '@masthead/shared/changes'
import type { Touched } from '@masthead/shared/touched'
import type { FeedHistory } from '../changes/FeedHistory'
import type { Uses } from '../changes/Uses'
import type { FeedFragment } from './feedFragment'
import type { FrameDifference, Frames, FrameState } from './Frames'
import type { Fragments, OwnPage } from './OwnPage'
import type { Page } from './Page'
import type { IndexedPage, PageIndexState } from './PageIndex'
import type { StoredPages } from './StoredPages'
import { SliceQueue } from '../scheduling/SliceQueue'
import { urgentWork } from '../scheduling/urgentWork'
import { feedFragment } from './feedFragment'
import { NotFoundCache } from './NotFoundCache'
import { compose } from './OwnPage'
import { PagesInMemory } from './PagesInMemory'

/**
 * The cached pages, and how far they have followed the feed. A page is stored without its frame and composed for the
 * frame of the moment. If something changes that a page depends on, it becomes a stale copy, used only if no newer page
 * can be had; if something is gone, the page is removed. Memory holds the pages in demand; the disk holds all.
 */
export class PageCache {
  readonly #memory: PagesInMemory
  readonly #notFound = new NotFoundCache()
  readonly #slices = new SliceQueue()
  readonly #stored: StoredPages
  readonly #history: FeedHistory
  readonly #frames: Frames
  readonly #build: string
  /** Whether a file could not be taken from nginx. The index may not have it any more, so all files are replaced. */
  #hasOutdatedFiles = false
  #generation = 0
  /** What of the frame has changed with the current generation. */
  #difference: FrameDifference = 'all'
  #reads = 0
  #following: Promise<void> = Promise.resolve()
  #isFollowing = false
  #applied: number | undefined
  #lastContactAt: number | undefined
  #unavailable: Page | undefined

  /**
   * @param options.limit bytes in memory
   * @param options.build what makes the pages: those of another build are of use as stale copies only
   */
  constructor({ limit, stored, history, frames, build }: PageCacheOptions) {
    this.#memory = new PagesInMemory(limit)
    this.#stored = stored
    this.#history = history
    this.#frames = frames
    this.#build = build
    this.#lastContactAt = stored.open(build)?.lastContactAt
    this.#applied = this.followed
  }

  /** The last number of the feed that was followed; undefined before the first. */
  get followed(): number | undefined {
    return this.#history.position?.number
  }

  /** The last number after which no outdated page is served any more: while changes are followed, one before. */
  get applied(): number | undefined {
    return this.#applied
  }

  get history(): FeedHistory {
    return this.#history
  }

  /** When the feed was last heard of, by an earlier run, too; milliseconds since 1970. */
  get lastContactAt(): number | undefined {
    return this.#lastContactAt
  }

  get size(): { pages: number, stale: number, bytes: number } {
    const { pages, stale } = this.#stored.size
    const unstored = this.#memory.unstored.filter(({ path }) => !this.#stored.get(path))
    const staleUnstored = unstored.filter(({ staleSince }) => staleSince !== undefined).length
    return { pages: pages - stale + unstored.length - staleUnstored, stale: stale + staleUnstored, bytes: this.#memory.bytes }
  }

  /** Counts how often all pages have to be composed again. */
  get generation(): number {
    return this.#generation
  }

  /** Counts how often a reader has asked for a page. */
  get reads(): number {
    return this.#reads
  }

  /** Resolves once the changes that are being followed are; until then, nginx may have older pages. */
  get settled(): Promise<void> {
    return this.#following
  }

  /** The page for readers if there is no other, which nginx has, too. */
  get unavailable(): Page | undefined {
    return this.#unavailable
  }

  /** Whether a page is cached and valid, whatever its frame. */
  has(path: string): boolean {
    return this.#valid(path) !== undefined
  }

  storeUnavailable(page: Page): void {
    this.#unavailable = page
    this.storeError(page)
  }

  /** Stores the page of an error that nginx finds by itself. */
  storeError(page: Page): void {
    this.#stored.putError(page)
  }

  /** Returns a page for a reader, if it is in memory, composed. */
  get(path: string): Page | undefined {
    this.#reads++
    const composed = this.#memory.get(path)?.composed
    return composed?.generation === this.#generation ? composed.page : this.#notFound.get(path)
  }

  /** Stores a page without its frame. Before the feed is followed, nothing is stored. */
  store(path: string, own: OwnPage, uses: Uses): void {
    if (this.followed === undefined)
      return
    const page = this.#stored.put(path, own, uses)
    if (page)
      this.#memory.putStored(page, own)
    else
      this.#memory.putUnstored(path, own, uses)
  }

  /** Stores a page as a stale copy: readers got it, but it changed while it was rendered. */
  storeStale(path: string, own: OwnPage, uses: Uses): void {
    this.#memory.putUnstored(path, own, uses, Date.now())
  }

  /** Stores that there is no page at a path, and who says so. */
  storeNotFound(path: string, page: Page, uses: Uses): void {
    if (this.followed === undefined)
      return
    this.forget(path)
    this.#notFound.set(path, page, uses)
  }

  /** Removes a page: the CMS has said that there is something else. */
  forget(path: string): void {
    this.#memory.delete(path)
    const page = this.#stored.get(path)
    if (page)
      this.#stored.delete(page)
  }

  /**
   * Composes a valid page for a frame and stores it for nginx. No reader gets it before it is a file: should the site
   * instance die then, nginx would go on with an older one. Undefined if the page or the frame became invalid.
   */
  async compose(path: string, frame: FrameState, { isInDemand = true } = {}): Promise<Page | undefined> {
    const before = this.#valid(path)
    const generation = this.#generation
    return this.#whenSettled(path, frame, (fragments, feed) => {
      const entry = this.#valid(path)
      if (!entry || entry.id !== before?.id || this.#generation !== generation || this.#frames.generation !== frame.generation)
        return undefined
      // Readers who asked at the same time need one page, not one each.
      const composed = this.#memory.peek(path)?.composed
      if (composed?.generation === generation)
        return composed.page
      const own = this.#ownOf(entry, { isInDemand })
      if (!own)
        return undefined
      const page = this.#unchanged(path, own) ?? compose(own, fragments, feed)
      this.#stored.putComposed(path, page)
      if (isInDemand || this.#memory.has(path))
        this.#memory.put(entry, own, { page, generation })
      return page
    })
  }

  /** Returns the page as it was composed for the generation before, if the current one has changed nothing of it. */
  #unchanged(path: string, own: OwnPage): Page | undefined {
    const composed = this.#memory.peek(path)?.composed
    return composed?.generation === this.#generation - 1 && !isShownIn(own, this.#difference) ? composed.page : undefined
  }

  /** Returns the last page known at a path, composed with a frame that may be old, too; `since` when it ceased to be the page. */
  async composeStale(path: string): Promise<{ page: Page, since: number } | undefined> {
    const frame = this.#entry(path) && await this.#frames.standIn()
    if (!frame)
      return undefined
    const composed = await this.#whenSettled(path, frame, (fragments, feed) => {
      const entry = this.#entry(path)
      const own = entry && this.#ownOf(entry)
      return own && { page: compose(own, fragments, feed), since: entry.staleSince ?? frame.invalidatedAt }
    })
    // It may show what is gone meanwhile.
    return composed && this.#frames.generation !== frame.generation ? this.composeStale(path) : composed
  }

  /**
   * Composes a page with what fills its slots, in one of the slices in which pages are composed. While changes are
   * followed, nginx may still have an older page: nobody gets a newer one before that is over.
   */
  async #whenSettled<T>(path: string, frame: FrameState, work: (fragments: Fragments, feed: FeedFragment) => T): Promise<T> {
    const fragments = await frame.fragmentsFor(path)
    for (;;) {
      await this.#following
      const feed = await feedFragment(this.followed)
      const done = await this.#slices.run(() => feed.followed === this.followed && !this.#isFollowing ? { result: work(fragments, feed) } : undefined)
      if (done)
        return done.result
    }
  }

  /**
   * Returns the paths of the valid pages that are not composed for the current frame, those in demand first; undefined
   * now and then, so that others have their turn where there are few among many.
   */
  * uncomposed(): Generator<string | undefined> {
    for (const [path, { page, composed }] of this.#memory.entries().reverse()) {
      if (page.staleSince === undefined && composed?.generation !== this.#generation)
        yield path
    }
    for (const pages of this.#stored.valid()) {
      yield undefined
      for (const { path } of pages) {
        if (this.#memory.peek(path)?.composed?.generation !== this.#generation)
          yield path
      }
    }
  }

  /** Every valid page is composed for the current frame: older generations are of no use any more. */
  endPreviousGenerations(): void {
    this.#stored.endPreviousGenerations()
  }

  /**
   * Follows the feed. Pages that it makes invalid are no longer served from memory from now on, nor from files once this
   * resolves.
   *
   * @returns where a page was removed, so that there is nothing to show until it is rendered; and some pages that each
   * change touched, a few of those in demand if it was the frame
   * @throws the error of the disk if an outdated page cannot be taken from nginx, or the index does not take the change
   */
  async follow(answer: Changes): Promise<Followed> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#following = promise
    this.#isFollowing = true
    try {
      if (this.#stored.hasBrokenIndex)
        this.#clear()
      else if (this.#hasOutdatedFiles)
        this.#startGeneration({ keepsPrevious: false, difference: 'none' })
      this.#hasOutdatedFiles = false
      const outcome = await urgentWork.run(() => this.#apply(answer))
      this.#applied = this.followed
      return outcome
    }
    catch (error) {
      this.#hasOutdatedFiles = true
      throw error
    }
    finally {
      this.#isFollowing = false
      resolve()
    }
  }

  async #apply(answer: Changes): Promise<Followed> {
    if (answer.reset || this.followed === undefined)
      this.#clear()
    this.#history.follow(answer)
    const { changes } = answer
    for (const change of changes)
      this.#notFound.invalidate(change)
    const removed = new Set<string>()
    const touched: Touched[] = []
    await this.#stored.follow(async () => {
      for (const change of changes) {
        touched.push({ number: change.number, paths: await this.#invalidate(change, removed) })
      }
      const ofFrame = changes.filter(change => this.#frames.isAffectedBy(change))
      const difference = ofFrame.length > 0 ? await this.#frames.compare() : 'none'
      if (difference !== 'none') {
        this.#invalidateFrame({ isGone: ofFrame.some(({ kind }) => kind === 'gone'), difference })
        for (const { number } of ofFrame)
          touched.find(one => one.number === number)!.paths.push(...this.#pathsInDemand(difference))
      }
      return this.#state()
    })
    return { removed, touched }
  }

  #state(): PageIndexState {
    this.#lastContactAt = Date.now()
    const { number: followed, entry } = this.#history.position!
    return { build: this.#build, followed, entry, lastContactAt: this.#lastContactAt }
  }

  /** Some pages that readers have asked for, and that show what of the frame has changed. */
  #pathsInDemand(difference: FrameDifference): string[] {
    const inMemory = this.#memory.entries().filter(([, { own }]) => isShownIn(own, difference)).slice(-SOME).map(([path]) => path)
    if (inMemory.length > 0)
      return inMemory
    // Pages that are not in memory are composed again, whatever they show.
    return [...this.#stored.valid().take(1)].flat().map(({ path }) => path).filter(path => !this.#memory.has(path)).slice(0, SOME)
  }

  #clear(): void {
    this.#notFound.clear()
    this.#memory.clear()
    this.#frames.invalidate()
    this.#generation++
    this.#difference = 'all'
    this.#stored.clear()
  }

  #invalidateFrame({ isGone, difference }: { isGone: boolean, difference: FrameDifference }): void {
    this.#frames.invalidate()
    this.#startGeneration({ keepsPrevious: !isGone, difference })
  }

  /**
   * Returns the paths of some pages that the change affects.
   *
   * @param removed takes the paths of all pages that are removed
   */
  async #invalidate(change: Change, removed: Set<string>): Promise<string[]> {
    const isGone = change.kind === 'gone'
    const unstored = this.#memory.unstored.filter(({ uses }) => uses.isTouchedBy(change))
    const onInvalidate = ({ path }: IndexedPage) => {
      this.#memory.invalidate(path, { isGone })
      if (isGone)
        removed.add(path)
    }
    unstored.forEach(onInvalidate)
    const affected = await this.#stored.affectedBy(change)
    // To replace all files takes one step; to take away one after the other takes longer the more there are.
    const isAtOnce = affected.length > MAX_FILE_STEPS
    if (isAtOnce)
      this.#startGeneration({ keepsPrevious: !isGone, difference: 'none' })
    await this.#stored.invalidate(affected, { isGone, isAtOnce, onInvalidate })
    return [...new Set([unstored, affected].flatMap(pages => pages.slice(0, MAX_TOUCHED).map(({ path }) => path)))]
  }

  #startGeneration({ keepsPrevious, difference }: { keepsPrevious: boolean, difference: FrameDifference }): void {
    this.#generation++
    this.#difference = difference
    this.#stored.startGeneration({ keepsPrevious })
  }

  #entry(path: string): IndexedPage | undefined {
    return this.#memory.peek(path)?.page ?? this.#stored.get(path)
  }

  #valid(path: string): IndexedPage | undefined {
    const entry = this.#entry(path)
    return entry?.staleSince === undefined ? entry : undefined
  }

  #ownOf(entry: IndexedPage, { isInDemand = true } = {}): OwnPage | undefined {
    const inMemory = isInDemand ? this.#memory.get(entry.path) : this.#memory.peek(entry.path)
    if (inMemory)
      return inMemory.own
    const own = this.#stored.readOwn(entry)
    if (!own)
      this.forget(entry.path)
    else if (isInDemand)
      this.#memory.put(entry, own)
    return own
  }
}

function isShownIn({ slots }: OwnPage, difference: FrameDifference): boolean {
  return difference === 'all' || (difference !== 'none' && slots.includes(difference))
}

/** What came of changes. */
interface Followed {
  removed: Set<string>
  touched: Touched[]
}

interface PageCacheOptions {
  limit: number
  stored: StoredPages
  history: FeedHistory
  frames: Frames
  build: string
}

/** As many pages as stand for all. */
const SOME = 3

/** Pages that a change touched: more than are reported, for some paths cannot be written. */
const MAX_TOUCHED = 10

/** Files that are taken away one by one. */
const MAX_FILE_STEPS = 500
