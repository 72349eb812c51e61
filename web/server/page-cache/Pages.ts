import type { CircuitBreaker } from './CircuitBreaker'
import type { Page } from './Page'
import type { PageCache } from './PageCache'
import type { Renders } from './Renders'

/** Finds the page for readers where it is not in memory: kept, rendered, or the one before when the CMS cannot answer. */
export class Pages {
  readonly #cache: PageCache
  readonly #renders: Renders
  readonly #breaker: CircuitBreaker
  readonly #patience: number

  /** @param options.patience milliseconds that a reader waits for a render */
  constructor({ cache, renders, breaker, patience }: { cache: PageCache, renders: Renders, breaker: CircuitBreaker, patience: number }) {
    this.#cache = cache
    this.#renders = renders
    this.#breaker = breaker
    this.#patience = patience
  }

  /** Undefined where there is nothing to show right now. */
  async at(path: string): Promise<Found | undefined> {
    const kept = await this.#cache.read(path)
    if (kept)
      return { page: kept }
    const rendered = this.#breaker.mayTry() ? await this.#rendered(path) : undefined
    if (rendered && rendered.status < 500)
      return { page: rendered }
    const aside = await this.#cache.readAside(path)
    return aside ? { page: aside.page, staleSince: aside.since } : rendered && { page: rendered }
  }

  /** A render that takes longer than a reader waits goes on for the next one. */
  async #rendered(path: string): Promise<Page | undefined> {
    const render = this.#renders.page(path)
    const late = Promise.withResolvers<undefined>()
    const timer = setTimeout(late.resolve, this.#patience)
    const page = await Promise.race([render, late.promise]).finally(() => clearTimeout(timer))
    if (!page)
      render.catch(error => console.error(`[RENDER] "${path}":`, error))
    if (!page || page.status === 503)
      this.#breaker.noteFailure()
    return page
  }
}

/** A page for a reader; `staleSince` (milliseconds since 1970) where it is known to be no longer the page. */
export interface Found {
  page: Page
  staleSince?: number
}
