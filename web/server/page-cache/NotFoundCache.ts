import type { Change } from '@masthead/shared/changes'
import type { Dependencies } from '../changes/Dependencies'
import type { Page } from './Page'
import { LRUCache } from 'lru-cache'

/** Paths without a page, for a short while. Missing paths are unbounded, so the cache holds at most 1,000. */
export class NotFoundCache {
  readonly #entries = new LRUCache<string, NotFoundEntry>({ max: MAX_ENTRIES, ttl: MAX_AGE_MS })

  get(path: string): Page | undefined {
    return this.#entries.get(path)?.page
  }

  set(path: string, page: Page, dependencies: Dependencies): void {
    // All these pages look alike, so the entries share one.
    const other = this.#entries.values().next().value
    this.#entries.set(path, { page: other?.page.etag === page.etag ? other.page : page, dependencies })
  }

  /** Drops the entries that a change affects: a page may exist now. */
  invalidate(change: Change): void {
    for (const [path, { dependencies }] of [...this.#entries.entries()]) {
      if (dependencies.isAffectedBy(change))
        this.#entries.delete(path)
    }
  }

  clear(): void {
    this.#entries.clear()
  }
}

interface NotFoundEntry {
  page: Page
  dependencies: Dependencies
}

const MAX_AGE_MS = 10_000
const MAX_ENTRIES = 1000
