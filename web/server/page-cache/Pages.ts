import type { CircuitBreaker } from '../rendering/CircuitBreaker'
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
    const render = this.#breaker.mayTry() ? this.#renders.page(path) : undefined
    // It may fail when its reader has gone.
    render?.catch((error: Error) => console.error(`[RENDER] "${path}":`, error))
    const rendered = await within(this.#patience, render) ?? await this.#whileBusy(render)
    if (rendered && rendered.status < 500)
      return { page: rendered }
    const aside = await this.#cache.readAside(path) ?? await this.#replayed(path)
    return aside ? { page: aside.page, staleSince: aside.since } : rendered && { page: rendered }
  }

  async #replayed(path: string): Promise<{ page: Page, since: number } | undefined> {
    const page = await this.#renders.replay(path)
    return page && { page, since: Date.now() }
  }

  /** A CMS that is only busy, and a render process that only begins, are waited for: what is set aside is for a CMS that cannot answer. */
  async #whileBusy(render: Promise<Page | undefined> | undefined): Promise<Page | undefined> {
    if (!render)
      return undefined
    let page: Page | undefined
    for (let turns = 0; !page && turns < MOST_TURNS && !this.#breaker.isOpen; turns++)
      page = await within(TURN, render)
    return page
  }
}

/** What has come of a render after so many milliseconds; it goes on for the next reader. */
function within(time: number, render: Promise<Page | undefined> | undefined): Promise<Page | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(late.resolve, time)
  return Promise.race([render, late.promise]).finally(() => clearTimeout(timer))
}

/** Milliseconds between two looks whether the CMS has been given up. */
const TURN = 250

/** Ten seconds. */
const MOST_TURNS = 40

/** A page for a reader; `staleSince` (milliseconds since 1970) where it is known to be no longer the page. */
export interface Found {
  page: Page
  staleSince?: number
}
