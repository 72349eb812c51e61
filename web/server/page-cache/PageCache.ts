import type { Change, Changes } from '@masthead/shared/changes'
import type { Page } from './Page'
import type { Uses } from './Uses'

/** The kept pages, and which changes of the feed they have seen. What is least lately read goes when memory is full. */
export class PageCache {
  readonly #pages = new Map<string, Kept>()
  readonly #missing = new Map<string, Missing>()
  readonly #limit: number
  #bytes = 0
  #recent: Change[] = []
  #followed: number | undefined
  #epoch = 0

  constructor({ limit }: { /** Bytes. */ limit: number }) {
    this.#limit = limit
  }

  /** The last number of the feed that was followed; undefined before the first. */
  get followed(): number | undefined {
    return this.#followed
  }

  get size(): { pages: number, bytes: number } {
    return { pages: this.#pages.size, bytes: this.#bytes }
  }

  get(path: string): Page | undefined {
    const kept = this.#pages.get(path)
    if (!kept)
      return this.#missingAt(path)
    this.#pages.delete(path)
    this.#pages.set(path, kept)
    return kept.page
  }

  /** Where a render begins: it is out of date when what it used has changed since. */
  begin(): Beginning {
    return { epoch: this.#epoch, followed: this.#followed }
  }

  isOutdated(uses: Uses, { epoch, followed }: Beginning): boolean {
    if (epoch !== this.#epoch)
      return true
    if (followed === undefined || followed === this.#followed)
      return false
    const missed = this.#recent.filter(({ number }) => number > followed)
    return missed.length < this.#followed! - followed || missed.some(change => uses.isTouchedBy(change))
  }

  /** Keeps what is not out of date; before the feed is followed, nothing. */
  keep(path: string, page: Page, uses: Uses): void {
    if (this.#followed === undefined)
      return
    if (page.status === 404)
      return this.#keepMissing(path, page, uses)
    this.#drop(path)
    this.#pages.set(path, { page, uses })
    this.#bytes += page.bytes
    for (const [oldest] of this.#pages) {
      if (this.#bytes <= this.#limit)
        break
      this.#drop(oldest)
    }
  }

  /** Follows the feed: drops what the changes touch. */
  follow({ last, changes, reset }: Changes): void {
    if (reset || this.#followed === undefined) {
      this.#clear()
      this.#followed = last
      return
    }
    for (const change of changes) {
      for (const pages of [this.#pages, this.#missing]) {
        for (const [path, { uses }] of pages) {
          if (uses.isTouchedBy(change))
            this.#drop(path)
        }
      }
      this.#followed = change.number
    }
    this.#recent = [...this.#recent, ...changes].slice(-REMEMBERED)
  }

  #clear(): void {
    this.#epoch++
    this.#pages.clear()
    this.#missing.clear()
    this.#recent = []
    this.#bytes = 0
  }

  #drop(path: string): void {
    this.#bytes -= this.#pages.get(path)?.page.bytes ?? 0
    this.#pages.delete(path)
    this.#missing.delete(path)
  }

  /** Addresses without a page are without number: they share their page, and take no memory from those that have one. */
  #keepMissing(path: string, page: Page, uses: Uses): void {
    const [like] = this.#missing.values()
    const isLike = like?.page.forms.identity.etag === page.forms.identity.etag
    this.#missing.set(path, { page: isLike ? like!.page : page, uses, until: performance.now() + MISSING_FOR })
    if (this.#missing.size > MOST_MISSING)
      this.#missing.delete(this.#missing.keys().next().value!)
  }

  #missingAt(path: string): Page | undefined {
    const missing = this.#missing.get(path)
    return missing && missing.until > performance.now() ? missing.page : undefined
  }
}

export interface Beginning {
  epoch: number
  followed: number | undefined
}

interface Kept {
  page: Page
  uses: Uses
}

interface Missing extends Kept {
  until: number
}

/** Changes: more than come while a page is rendered. */
const REMEMBERED = 1000

/** Milliseconds. */
const MISSING_FOR = 10_000

const MOST_MISSING = 1000
