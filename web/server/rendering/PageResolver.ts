import type { Layouts } from '../page-cache/Layouts'
import type { Page } from '../page-cache/Page'
import type { PageCache } from '../page-cache/PageCache'
import type { CircuitBreaker } from './CircuitBreaker'
import type { RenderQueue } from './RenderQueue'
import { CmsError } from '@masthead/shared/error'

/** Resolves the page for a reader: cached, rendered, or a stale copy if the CMS does not respond. */
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

  /** Returns the page at a path; undefined if there is none to show now. */
  async resolve(path: string): Promise<ResolvedPage | undefined> {
    const cached = this.#cache.get(path)
      ?? (this.#layouts.fresh && await this.#cache.compose(path, this.#layouts.fresh))
    if (cached)
      return { page: cached }
    const render = this.#breaker.mayTry() ? this.#render(path) : undefined
    const rendered = await within(this.#renderTimeoutMs, render) ?? await this.#whileBusy(render)
    if (rendered && rendered.status < 500)
      return { page: rendered }
    const stale = await this.#cache.composeStale(path) ?? await this.#renderQueue.replay(path)
    return stale ? { page: stale.page, staleSince: stale.since } : rendered && { page: rendered }
  }

  /** Renders a page; undefined if that fails, even after its reader has gone. */
  #render(path: string): Promise<Page | undefined> {
    return this.#renderQueue.page(path).catch((error: Error) => {
      console.error(`[RENDER] "${path}":`, error instanceof CmsError ? error.message : error)
      return undefined
    })
  }

  /**
   * Waits longer for a CMS that is only busy, and for a render process that starts: stale copies are for a CMS that
   * does not respond.
   */
  async #whileBusy(render: Promise<Page | undefined> | undefined): Promise<Page | undefined> {
    if (!render)
      return undefined
    let page: Page | undefined
    for (let checks = 0; !page && checks < MAX_CHECKS && !this.#breaker.isOpen; checks++)
      page = await within(CHECK_INTERVAL_MS, render)
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

/** Returns the page if it is rendered in time. The render goes on for the next reader. */
function within(timeoutMs: number, render: Promise<Page | undefined> | undefined): Promise<Page | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(late.resolve, timeoutMs)
  return Promise.race([render, late.promise]).finally(() => clearTimeout(timer))
}

/** How often to check whether the circuit has opened. */
const CHECK_INTERVAL_MS = 250

/** Ten seconds in all. */
const MAX_CHECKS = 40

/** A page for a reader; `staleSince` (milliseconds since 1970) if it is a stale copy. */
export interface ResolvedPage {
  page: Page
  staleSince?: number
}
