import type { Change } from '@masthead/shared/changes'
import type { Page } from './Page'
import type { Uses } from './Uses'
import { LruCache } from './LruCache'

/**
 * Addresses that have no page, for a short while. They are without number, so they are few, share their page, and take
 * no memory from those that have one.
 */
export class MissingPages {
  readonly #missing = new LruCache<string, Missing>({ limit: MOST })

  get(path: string): Page | undefined {
    const missing = this.#missing.get(path)
    return missing && missing.until > performance.now() ? missing.page : undefined
  }

  keep(path: string, page: Page, uses: Uses): void {
    const [[, like] = []] = this.#missing.entries()
    const isLike = like?.page.forms.identity.etag === page.forms.identity.etag
    this.#missing.set(path, { page: isLike ? like!.page : page, uses, until: performance.now() + KEPT_FOR })
  }

  /** A page may be there by now. */
  purge(change: Change): void {
    for (const [path, { uses }] of this.#missing.entries()) {
      if (uses.isTouchedBy(change))
        this.#missing.delete(path)
    }
  }

  clear(): void {
    this.#missing.clear()
  }
}

interface Missing {
  page: Page
  uses: Uses
  until: number
}

/** Milliseconds. */
const KEPT_FOR = 10_000

const MOST = 1000
