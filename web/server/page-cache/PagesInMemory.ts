import type { Dependencies } from '../changes/Dependencies'
import type { IndexedPage } from './IndexedPage'
import type { OwnPage } from './OwnPage'
import type { Page } from './Page'
import { LRUCache } from 'lru-cache'

/** The pages in demand, and those that the disk does not have. */
export class PagesInMemory {
  readonly #pages: LRUCache<string, PageInMemory>
  /** The pages that the disk did not take, or shall not have. They go when they leave memory. */
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

  /** To look at a page is no demand for it. */
  peek(path: string): PageInMemory | undefined {
    return this.#pages.peek(path)
  }

  /** Returns all pages, those most in demand last. */
  entries(): [path: string, PageInMemory][] {
    return [...this.#pages.entries()].reverse()
  }

  put(page: IndexedPage, own: OwnPage, composed?: PageInMemory['composed']): void {
    // Alone and composed, a page takes about as much.
    const bytes = 2 * own.parts.reduce((sum, part) => sum + part.bytes.length, 0)
    this.#pages.set(page.path, { page, own, composed, bytes })
    // It may be larger than all of the memory.
    if (!this.#pages.has(page.path))
      this.#unstored.delete(page.path)
  }

  /** Puts a page that the disk has now. */
  putStored(page: IndexedPage, own: OwnPage): void {
    this.#unstored.delete(page.path)
    this.put(page, own)
  }

  /** @param staleSince when it ceased to be valid, if it has; milliseconds since 1970 */
  putUnstored(path: string, own: OwnPage, dependencies: Dependencies, staleSince?: number): void {
    const page = { id: --this.#lastUnstoredId, path, etag: own.etag, staleSince, dependencies }
    this.#unstored.set(path, page)
    this.put(page, own)
  }

  /** A stale copy stays only if the disk does not have it. */
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
