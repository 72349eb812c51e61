import type { Dependencies } from '../changes/Dependencies'
import type { IndexedPage } from './IndexedPage'
import type { OwnPage } from './OwnPage'
import type { Page } from './Page'
import { LRUCache } from 'lru-cache'

/** The pages in demand, and those that are not on the disk. */
export class PagesInMemory {
  readonly #pages: LRUCache<string, PageInMemory>
  /** The pages that could not or should not be stored on the disk. Eviction removes them for good. */
  readonly #unstored = new Map<string, UnstoredPage>()
  #lastUnstoredId = 0

  /** @param limit bytes */
  constructor(limit: number) {
    this.#pages = new LRUCache({
      maxSize: limit,
      sizeCalculation: ({ bytes }) => bytes,
      dispose: (_, path, reason) => reason === 'evict' && this.#unstored.delete(path),
    })
  }

  get bytes(): number {
    return this.#pages.calculatedSize
  }

  get unstored(): UnstoredPage[] {
    return [...this.#unstored.values()]
  }

  has(path: string): boolean {
    return this.#pages.has(path)
  }

  /** Returns a page that is in demand. */
  get(path: string): PageInMemory | undefined {
    return this.#pages.get(path)
  }

  /** Returns a page without counting this as demand. */
  peek(path: string): PageInMemory | undefined {
    return this.#pages.peek(path)
  }

  /** Returns all pages, those most in demand last. */
  entries(): [path: string, PageInMemory][] {
    return [...this.#pages.entries()].reverse()
  }

  put(page: IndexedPage, own: OwnPage, composed?: PageInMemory['composed']): void {
    // The composed page takes about as much as its own part.
    const bytes = 2 * own.parts.reduce((sum, part) => sum + part.bytes.length, 0)
    this.#pages.set(page.path, { page, own, composed, bytes })
    // It may be larger than all of the memory.
    if (!this.#pages.has(page.path))
      this.#unstored.delete(page.path)
  }

  /** Puts a page that is stored on the disk. */
  putStored(page: IndexedPage, own: OwnPage): void {
    this.#unstored.delete(page.path)
    this.put(page, own)
  }

  /** @param staleSince when it became stale, if it is; milliseconds since 1970 */
  putUnstored(path: string, own: OwnPage, dependencies: Dependencies, staleSince?: number): void {
    const page = { id: --this.#lastUnstoredId, path, etag: own.etag, staleSince, dependencies }
    this.#unstored.set(path, page)
    this.put(page, own)
  }

  /** Invalidates a page. Its stale copy stays in memory only if it is not on the disk. */
  invalidate(path: string, { isGone }: { isGone: boolean }): void {
    const unstored = this.#unstored.get(path)
    const inMemory = this.#pages.peek(path)
    if (isGone || !unstored || !inMemory)
      return this.delete(path)
    unstored.staleSince ??= Date.now()
    this.#pages.set(path, { ...inMemory, composed: undefined })
  }

  delete(path: string): void {
    this.#unstored.delete(path)
    this.#pages.delete(path)
  }

  clear(): void {
    this.#unstored.clear()
    this.#pages.clear()
  }
}

export interface PageInMemory {
  page: IndexedPage
  own: OwnPage
  composed?: { page: Page, generation: number } | undefined
  bytes: number
}

type UnstoredPage = IndexedPage & { dependencies: Dependencies }
