import type { Layouts } from '../page-cache/Layouts'
import type { Page } from '../page-cache/Page'
import type { PageCache } from '../page-cache/PageCache'
import type { CircuitBreaker } from './CircuitBreaker'
import type { RenderQueue } from './RenderQueue'
import { CmsError } from '@masthead/shared/error'

/** Finds the page for readers: cached, rendered, or a stale copy if the CMS cannot answer. */
export class PageResolver {
  readonly #cache: PageCache
  readonly #layouts: Layouts
  readonly #renderQueue: RenderQueue
  readonly #breaker: CircuitBreaker
  readonly #renderTimeoutMs: number

  /** @param options.renderTimeoutMs how long a reader waits for a render */
  constructor({ cache, layouts, renderQueue, breaker, renderTimeoutMs }: PageResolverOptions) {
    this.#cache = cache
    this.#layouts = layouts
    this.#renderQueue = renderQueue
    this.#breaker = breaker
    this.#renderTimeoutMs = renderTimeoutMs
  }

  /** Undefined if there is nothing to show right now. */
  async resolve(path: string): Promise<ResolvedPage | undefined> {
    const cached = this.#cache.get(path) ?? (this.#layouts.fresh && await this.#cache.compose(path, this.#layouts.fresh))
    if (cached)
      return { page: cached }
    const render = this.#breaker.mayTry() ? this.#render(path) : undefined
    const rendered = await within(this.#renderTimeoutMs, render) ?? await this.#whileBusy(render)
    if (rendered && rendered.status < 500)
      return { page: rendered }
    const stale = await this.#cache.composeStale(path) ?? await this.#renderQueue.replay(path)
    return stale ? { page: stale.page, staleSince: stale.since } : rendered && { page: rendered }
  }

  /** Undefined if it fails, with or without its reader. */
  #render(path: string): Promise<Page | undefined> {
    return this.#renderQueue.page(path).catch((error: Error) => {
      console.error(`[RENDER] "${path}":`, error instanceof CmsError ? error.message : error)
      return undefined
    })
  }

  /** A CMS that is only busy, and a render process that only begins, are waited for: stale copies are for a CMS that cannot answer. */
  async #whileBusy(render: Promise<Page | undefined> | undefined): Promise<Page | undefined> {
    if (!render)
      return undefined
    let page: Page | undefined
    for (let turns = 0; !page && turns < MAX_TURNS && !this.#breaker.isOpen; turns++)
      page = await within(TURN_MS, render)
    return page
  }
}

interface PageResolverOptions {
  cache: PageCache
  layouts: Layouts
  renderQueue: RenderQueue
  breaker: CircuitBreaker
  renderTimeoutMs: number
}

/** Returns what has come of a render after a time; it goes on for the next reader. */
function within(timeoutMs: number, render: Promise<Page | undefined> | undefined): Promise<Page | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(late.resolve, timeoutMs)
  return Promise.race([render, late.promise]).finally(() => clearTimeout(timer))
}

/** Between two looks whether the CMS has been given up. */
const TURN_MS = 250

/** Ten seconds. */
const MAX_TURNS = 40

/** A page for a reader; `staleSince` (milliseconds since 1970) if it is known to be no longer the page. */
export interface ResolvedPage {
  page: Page
  staleSince?: number
}
