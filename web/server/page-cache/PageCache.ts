import type { Change, Changes } from '@masthead/shared/changes'
import type { Page } from './Page'
import type { LeftPage, PageFiles, Prepared, Tree } from './PageFiles'
import { setTimeout as sleep } from 'node:timers/promises'
import { DiskComplaints } from './DiskComplaints'
import { FeedHistory } from './FeedHistory'
import { LruCache } from './LruCache'
import { MissingPages } from './MissingPages'
import { packed } from './Page'
import { PageTree } from './PageTree'
import { Uses } from './Uses'

/**
 * The kept pages, and which changes of the feed they have seen. Every page is a file; those read of late are in memory,
 * too. What a change touches is set aside, for when no newer page can be had; what used something that is gone is
 * dropped for good.
 */
export class PageCache {
  readonly #trees: Record<Tree, PageTree<Kept>> = { live: new PageTree(), aside: new PageTree() }
  /** What the pages that are being written use, until a change touches it. */
  readonly #coming = new Map<string, Uses>()
  readonly #missing = new MissingPages()
  readonly #memory: LruCache<Kept, Page>
  readonly #files: PageFiles
  readonly #disk = new DiskComplaints()
  readonly #build: string
  readonly #calm: number
  #packing: Promise<void> = Promise.resolve()
  #history = new FeedHistory()
  #heard: number | undefined
  #unavailable: Page | undefined

  /**
   * @param options.limit bytes in memory
   * @param options.build what makes the pages: those that another build has left are of use as stand-ins only
   * @param options.calm milliseconds for which a page has to be the page before it is compressed well
   */
  constructor({ limit, files, build, calm = CALM }: { limit: number, files: PageFiles, build: string, calm?: number }) {
    this.#memory = new LruCache({ limit, sizeOf: ({ bytes }) => bytes, whenEvicted: kept => this.#whenOutOfMemory(kept) })
    this.#files = files
    this.#build = build
    this.#calm = calm
    this.#takeOver()
  }

  /** The last number of the feed that was followed; undefined before the first. */
  get followed(): number | undefined {
    return this.#history.position?.number
  }

  get history(): FeedHistory {
    return this.#history
  }

  /** When the feed was last heard of, by an earlier run, too; milliseconds since 1970. */
  get heard(): number | undefined {
    return this.#heard
  }

  get size(): { pages: number, aside: number, bytes: number } {
    return { pages: this.#trees.live.size, aside: this.#trees.aside.size, bytes: this.#memory.size }
  }

  /** What is shown where there is nothing else, by nginx, too. */
  get unavailable(): Page | undefined {
    return this.#unavailable
  }

  /** Whether a page is kept, in memory or not. */
  has(path: string): boolean {
    return this.#trees.live.has(path)
  }

  keepUnavailable(page: Page): void {
    this.#unavailable = page
    this.storeError(page)
  }

  /** Stores the page of an error that nginx finds by itself. */
  storeError(page: Page): void {
    this.#disk.isDone(() => this.#files.putError(page))
  }

  /** What is in memory. */
  get(path: string): Page | undefined {
    const kept = this.#trees.live.get(path)
    return kept ? this.#memory.get(kept) : this.#missing.get(path)
  }

  /** What is kept, in memory or not. */
  async read(path: string): Promise<Page | undefined> {
    return this.#read('live', path)
  }

  /** The last page that was here, and when it ceased to be the page. */
  async readAside(path: string): Promise<{ page: Page, since: number } | undefined> {
    const page = await this.#read('aside', path)
    return page && { page, since: this.#trees.aside.get(path)!.since }
  }

  /**
   * Keeps what is not out of date; before the feed is followed, nothing. Nobody gets it before it is a file: should the
   * web die then, nginx and the next web would go on with the page before.
   */
  async keep(path: string, page: Page, uses: Uses): Promise<void> {
    if (this.followed === undefined)
      return
    if (page.status === 404) {
      this.forgetAside(path)
      return this.#missing.keep(path, page, uses)
    }
    this.#coming.set(path, uses)
    const prepared = await this.#prepare(page, uses)
    if (this.#coming.get(path) !== uses)
      return prepared?.discard()
    this.#coming.delete(path)
    this.#drop('live', path)
    const kept: Kept = { path, uses, since: Date.now(), isWritten: prepared !== undefined && this.#disk.isDone(() => prepared.commit(path)) }
    this.#trees.live.set(path, kept)
    this.#memory.set(kept, page)
    // Not before: should the web die meanwhile, nginx has the page before.
    this.forgetAside(path)
    void this.#packLater(kept)
  }

  /** Sets a page aside at once: readers got it, but it changed while it was rendered. */
  keepAside(path: string, page: Page, uses: Uses): void {
    this.forgetAside(path)
    const kept: Kept = { path, uses, since: Date.now(), isWritten: false }
    this.#trees.aside.set(path, kept)
    this.#memory.set(kept, page)
  }

  /** The CMS has said what is at a path by now: what was there before is of no use any more. */
  forgetAside(path: string): void {
    this.#drop('aside', path)
  }

  /**
   * Follows the feed: sets aside what the changes touch, and drops what used something that is gone.
   * @returns where a page was dropped, so that there is nothing to show until it is rendered
   */
  follow(answer: Changes): Set<string> {
    if (answer.reset || this.followed === undefined)
      this.#begin()
    const dropped = new Set(answer.changes.flatMap(change => this.#purge(change)))
    this.#history.follow(answer)
    this.#heard = Date.now()
    const { number: followed, entry } = this.#history.position!
    const state = { build: this.#build, followed, entry, heard: this.#heard }
    this.#disk.isDone(() => this.#files.note(state))
    return dropped
  }

  #takeOver(): void {
    const left = this.#disk.attempt(() => this.#files.open())
    if (!left?.state)
      return
    const { state, live, aside } = left
    this.#history = new FeedHistory({ number: state.followed, entry: state.entry })
    this.#heard = state.heard
    for (const left of aside)
      this.#trees.aside.set(left.path, keptBefore(left))
    for (const left of live) {
      this.#trees.live.set(left.path, keptBefore(left))
      if (state.build !== this.#build)
        this.#setAside(left.path)
    }
  }

  #begin(): void {
    this.#trees.live.clear()
    this.#trees.aside.clear()
    this.#coming.clear()
    this.#missing.clear()
    this.#memory.clear()
    this.#files.clear()
  }

  /** What was dropped. */
  #purge(change: Change): string[] {
    this.#missing.purge(change)
    for (const [path, uses] of this.#coming) {
      if (uses.isTouchedBy(change))
        this.#coming.delete(path)
    }
    const live = this.#trees.live.affectedBy(change)
    if (change.kind === 'changed') {
      for (const path of live)
        this.#setAside(path)
      return []
    }
    const aside = this.#trees.aside.affectedBy(change)
    for (const path of live)
      this.#drop('live', path)
    for (const path of aside)
      this.#drop('aside', path)
    return [...live, ...aside]
  }

  #setAside(path: string): void {
    const { live, aside } = this.#trees
    const kept = live.get(path)!
    this.#drop('aside', path)
    live.delete(path)
    if (kept.isWritten && !this.#disk.isDone(() => this.#files.setAside(path))) {
      this.#files.remove('live', path)
      this.#memory.delete(kept)
      return
    }
    kept.since = Date.now()
    aside.set(path, kept)
  }

  #drop(tree: Tree, path: string): void {
    const kept = this.#trees[tree].get(path)
    if (!kept)
      return
    if (kept.isWritten)
      this.#files.remove(tree, path)
    this.#trees[tree].delete(path)
    this.#memory.delete(kept)
  }

  async #read(tree: Tree, path: string): Promise<Page | undefined> {
    const kept = this.#trees[tree].get(path)
    if (!kept)
      return undefined
    const page = this.#memory.get(kept) ?? await this.#files.read(tree, path).catch((error: Error) => error)
    // What was dropped or moved while it was read may be a mixture of two pages.
    if (this.#trees[tree].get(path) !== kept)
      return undefined
    // It may be readable another time, as when too many files are open.
    if (page instanceof Error)
      return this.#disk.complain(page)
    if (page)
      this.#memory.set(kept, page)
    else
      this.#drop(tree, path)
    return page
  }

  /** In as few bytes as can be, when nobody waits for it. */
  async #packLater(kept: Kept): Promise<void> {
    await sleep(this.#calm, undefined, { ref: false })
    // One after the other: many at once would take all cores from those who wait for a render.
    this.#packing = this.#packing.then(() => this.#pack(kept))
  }

  async #pack(kept: Kept): Promise<void> {
    const quick = this.#isKept(kept) ? await this.#read('live', kept.path) : undefined
    if (!quick)
      return
    const page = await packed(quick)
    const prepared = await this.#prepare(page, kept.uses)
    if (!this.#isKept(kept))
      return prepared?.discard()
    this.#memory.set(kept, page)
    if (prepared && this.#disk.isDone(() => prepared.commit(kept.path)))
      kept.isWritten = true
  }

  /** Undefined where the disk takes nothing. */
  async #prepare(page: Page, { record }: Uses): Promise<Prepared | undefined> {
    return this.#files.prepare(page, record).catch((error: Error) => this.#disk.complain(error))
  }

  #isKept(kept: Kept): boolean {
    return this.#trees.live.get(kept.path) === kept
  }

  #whenOutOfMemory(kept: Kept): void {
    if (kept.isWritten)
      return
    for (const pages of Object.values(this.#trees)) {
      if (pages.get(kept.path) === kept)
        pages.delete(kept.path)
    }
  }
}

interface Kept {
  path: string
  uses: Uses
  /** When it came into its tree; milliseconds since 1970. */
  since: number
  /** Whether it is a file. */
  isWritten: boolean
}

function keptBefore({ path, uses, since }: LeftPage): Kept {
  return { path, uses: new Uses(uses), since, isWritten: true }
}

/** Milliseconds. What is published again and again is not worth the time that it takes to compress it well. */
const CALM = 1000
