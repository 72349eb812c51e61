import type { Page } from './Page'
import type { PageCache } from './PageCache'
import { Uses } from './Uses'

/** Renders pages for those who ask: one render for all who ask for the same page, and few at once. */
export class Renders {
  readonly #cache: PageCache
  readonly #render: Render
  readonly #underWay = new Map<string, Promise<Page>>()
  readonly #queue: (() => void)[] = []
  #free: number

  constructor({ cache, render, atOnce }: { cache: PageCache, render: Render, atOnce: number }) {
    this.#cache = cache
    this.#render = render
    this.#free = atOnce
  }

  page(path: string): Promise<Page> {
    const underWay = this.#underWay.get(path)
    if (underWay)
      return underWay
    const page = this.#renderFresh(path).finally(() => this.#underWay.delete(path))
    this.#underWay.set(path, page)
    return page
  }

  /** What changed under a render is rendered again: nobody gets an older page after somebody got a newer one. */
  async #renderFresh(path: string): Promise<Page> {
    for (let attempt = 1; ; attempt++) {
      const { page, uses, isOutdated } = await this.#inTurn(() => this.#renderOnce(path))
      if (!isOutdated && isKept(page))
        this.#cache.keep(path, page, uses)
      if (!isOutdated || attempt === ATTEMPTS)
        return page
    }
  }

  async #renderOnce(path: string) {
    const beginning = this.#cache.begin()
    const uses = new Uses()
    uses.notePath(path)
    const page = await this.#render(path, { uses, followed: beginning.followed })
    return { page, uses, isOutdated: this.#cache.isOutdated(uses, beginning) }
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0)
      this.#free--
    else
      await new Promise<void>(resolve => this.#queue.push(resolve))
    try {
      return await work()
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

/** Renders the page at a path, noting what it uses. */
export type Render = (path: string, rendering: { uses: Uses, followed: number | undefined }) => Promise<Page>

function isKept({ status, headers }: Page): boolean {
  return status === 404 || (status === 200 && headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/html')))
}

/** A page that changes faster than it renders is served as it is in the end, and not kept. */
const ATTEMPTS = 5
