import type { Layouts } from '../page-cache/Layouts'
import type { OwnPage } from '../page-cache/OwnPage'
import type { Page } from '../page-cache/Page'
import type { PageCache } from '../page-cache/PageCache'
import type { CircuitBreaker } from './CircuitBreaker'
import type { RecordedResponses } from './RecordedResponses'
import type { Respond } from './Recording'
import type { Rendering } from './rendering'
import type { RenderedPage } from './renderPage'
import { Dependencies } from '../changes/Dependencies'
import { feedFragment } from '../page-cache/feedFragment'
import { compose } from '../page-cache/OwnPage'
import { Recording } from './Recording'
import { replayInterceptor } from './replayInterceptor'

/** Renders and composes pages: once for all readers who want the same page, and few at a time. */
export class RenderQueue {
  readonly #cache: PageCache
  readonly #layouts: Layouts
  readonly #respond: Respond
  readonly #responses: RecordedResponses
  readonly #render: Render
  readonly #breaker: CircuitBreaker
  readonly #underWay = new Map<string, Promise<Page | undefined>>()
  readonly #replaying = new Map<string, Promise<StalePage | undefined>>()
  readonly #queue: (() => void)[] = []
  #free: number

  constructor({ cache, layouts, respond, responses, render, breaker, maxConcurrent }: RenderQueueOptions) {
    this.#cache = cache
    this.#layouts = layouts
    this.#respond = respond
    this.#responses = responses
    this.#render = render
    this.#breaker = breaker
    this.#free = maxConcurrent
  }

  get isIdle(): boolean {
    return this.#underWay.size === 0
  }

  /**
   * Returns the page, rendered if necessary; undefined if the circuit to the CMS is open.
   *
   * @throws {CmsError} if the CMS does not respond
   */
  page(path: string): Promise<Page | undefined> {
    return once(this.#underWay, path, () => this.#fresh(path))
  }

  /**
   * Renders a page from the responses that it was rendered from before, without the documents that were removed since,
   * and stores it as a stale copy, without a request to the CMS. Undefined if that is not possible.
   */
  replay(path: string): Promise<StalePage | undefined> {
    return once(this.#replaying, path, () => this.#replayLatest(path))
  }

  /**
   * Renders a page again if it changes during the render, so that no reader gets an older page after another got a
   * newer one.
   */
  async #fresh(path: string): Promise<Page | undefined> {
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt === MAX_ATTEMPTS
      if (!this.#cache.has(path)) {
        const rendered = await this.#inTurn(() => this.#renderOnce(path))
        if (!rendered)
          return undefined
        const page = await this.#store(path, rendered, isLast)
        if (page)
          return page
      }
      const page = await this.#cache.compose(path, await this.#layouts.get())
      if (page)
        return page
      if (isLast)
        throw new Error(`The page at ${path} changes faster than it can be composed.`)
    }
  }

  /**
   * Stores a rendered page. Returns it if the cache does not compose it; undefined if the cache has it, or it has to be
   * rendered again.
   */
  async #store(
    path: string,
    { own, page, recording: { dependencies, responses, snapshot } }: RecordedPage,
    isLast: boolean,
  ): Promise<Page | undefined> {
    const invalidatedBy = () => this.#cache.history.invalidatedBy(dependencies, snapshot)
    if (!own) {
      if (page.status < 500 && !invalidatedBy()) {
        await this.#responses.delete(path)
        this.#cache.delete(path)
        if (page.status === 404)
          this.#cache.storeNotFound(path, page, dependencies)
      }
      await this.#cache.settled
      return invalidatedBy() && !isLast ? undefined : page
    }
    if (!invalidatedBy() && snapshot.followed !== undefined) {
      this.#cache.store(path, own, dependencies)
      await this.#responses.store(path, responses, snapshot.followed)
    }
    // It may have changed while it was written, too.
    const invalidation = invalidatedBy()
    if (snapshot.followed !== undefined && (!invalidation || !isLast))
      return undefined
    if (invalidation === 'changed')
      this.#cache.storeStale(path, own, dependencies)
    return this.#composeOnce(path, own)
  }

  /**
   * Composes a page for this reader alone: before the feed is followed, and if the page changes faster than it renders.
   */
  async #composeOnce(path: string, own: OwnPage): Promise<Page> {
    const layout = await this.#layouts.get()
    return compose(own, ...await Promise.all([layout.fragmentsFor(path), feedFragment(this.#cache.followed)]))
  }

  async #replayLatest(path: string): Promise<StalePage | undefined> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const snapshot = this.#cache.history.snapshot()
      const replay = await this.#responses.replay(path)
      if (!replay)
        return undefined
      const dependencies = new Dependencies()
      dependencies.recordPath(path)
      const rendered = await this.#inTurn(
        () => this.#render(path, { interceptor: replayInterceptor(replay, dependencies) }),
        { always: true },
      )
      if (!rendered?.own)
        return undefined
      if (this.#cache.history.invalidatedBy(dependencies, snapshot) === 'gone')
        continue
      if (!this.#cache.has(path))
        this.#cache.storeStale(path, rendered.own, dependencies)
      return this.#cache.composeStale(path)
    }
  }

  async #renderOnce(path: string): Promise<RecordedPage> {
    const recording = new Recording(this.#cache.history, this.#respond)
    recording.dependencies.recordPath(path)
    return { ...await this.#render(path, recording), recording }
  }

  /**
   * Does some work in its turn. Returns undefined if the circuit opened while it queued: its reader has waited long
   * enough.
   */
  async #inTurn<T>(work: () => Promise<T>, { always = false } = {}): Promise<T | undefined> {
    const isQueued = this.#free === 0
    if (isQueued)
      await new Promise<void>(resolve => this.#queue.push(resolve))
    else
      this.#free--
    try {
      return !always && isQueued && this.#breaker.isOpen ? undefined : await work()
    }
    finally {
      const next = this.#queue.shift()
      if (next)
        next()
      else
        this.#free++
    }
  }
}

interface RenderQueueOptions {
  cache: PageCache
  layouts: Layouts
  /** Gets responses of the CMS. */
  respond: Respond
  responses: RecordedResponses
  render: Render
  breaker: CircuitBreaker
  maxConcurrent: number
}

/** A stale copy, and since when it is one, in milliseconds since 1970. */
export interface StalePage {
  page: Page
  since: number
}

type RecordedPage = RenderedPage & { recording: Recording }

/** Renders the page at a path. Its requests to the CMS go through the interceptor of `rendering`. */
export type Render = (path: string, rendering: Pick<Rendering, 'interceptor'>) => Promise<RenderedPage>

/** Starts work for a key unless it is under way already. */
function once<T>(underWay: Map<string, Promise<T>>, key: string, start: () => Promise<T>): Promise<T> {
  const current = underWay.get(key)
  if (current)
    return current
  const started = start().finally(() => underWay.delete(key))
  underWay.set(key, started)
  return started
}

const MAX_ATTEMPTS = 5
