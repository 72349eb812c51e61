import type { Through } from '@masthead/shared/client'
import type { Answers } from './Answers'
import type { CircuitBreaker } from './CircuitBreaker'
import type { Page } from './Page'
import type { PageCache } from './PageCache'
import type { Rendering } from './rendering'
import { Uses } from './Uses'

/** Renders pages for those who ask: one render for all who ask for the same page, and few at once. */
export class Renders {
  readonly #cache: PageCache
  readonly #answers: Answers
  readonly #render: Render
  readonly #breaker: CircuitBreaker
  readonly #underWay = new Map<string, Promise<Page | undefined>>()
  readonly #queue: (() => void)[] = []
  #free: number

  constructor({ cache, answers, render, breaker, atOnce }: { cache: PageCache, answers: Answers, render: Render, breaker: CircuitBreaker, atOnce: number }) {
    this.#cache = cache
    this.#answers = answers
    this.#render = render
    this.#breaker = breaker
    this.#free = atOnce
  }

  get isIdle(): boolean {
    return this.#underWay.size === 0
  }

  /** Undefined where it is not worth while to ask the CMS now. */
  page(path: string): Promise<Page | undefined> {
    const underWay = this.#underWay.get(path)
    if (underWay)
      return underWay
    const page = this.#renderFresh(path).finally(() => this.#underWay.delete(path))
    this.#underWay.set(path, page)
    return page
  }

  /** What changed under a render is rendered again: nobody gets an older page after somebody got a newer one. */
  async #renderFresh(path: string): Promise<Page | undefined> {
    for (let attempt = 1; ; attempt++) {
      const rendered = await this.#inTurn(() => this.#renderOnce(path))
      if (!rendered)
        return undefined
      const { page, uses, beginning } = rendered
      const isOutdatedBy = () => this.#cache.history.outdatedBy(uses, beginning)
      if (!isOutdatedBy() && (isFound(page) || page.status === 404))
        await this.#cache.keep(path, page, uses)
      // While it was written, too.
      const outdatedBy = isOutdatedBy()
      if (outdatedBy && attempt < ATTEMPTS)
        continue
      if (isFound(page) && outdatedBy === 'changed')
        this.#cache.keepAside(path, page, uses)
      else if (page.status < 500)
        this.#cache.forgetAside(path)
      return page
    }
  }

  async #renderOnce(path: string) {
    const beginning = this.#cache.history.begin()
    const uses = new Uses()
    uses.notePath(path)
    const through: Through = async (question, ask) => {
      const answer = await this.#answers.get(question, () => this.#noted(ask()))
      uses.note(question, answer)
      return answer
    }
    const page = await this.#render(path, { through, followed: beginning.followed })
    return { page, uses, beginning }
  }

  async #noted<T>(asked: Promise<T>): Promise<T> {
    const answer = await asked
    this.#breaker.noteAnswer()
    return answer
  }

  /** Those who queued while the CMS proved too slow have waited long enough: their turn is over before it comes. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    const isQueued = this.#free === 0
    if (isQueued)
      await new Promise<void>(resolve => this.#queue.push(resolve))
    else
      this.#free--
    try {
      return isQueued && this.#breaker.isOpen ? undefined : await work()
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

/** Renders the page at a path; what it asks the CMS goes through `rendering`. */
export type Render = (path: string, rendering: Rendering) => Promise<Page>

function isFound({ status, headers }: Page): boolean {
  return status === 200 && headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/html'))
}

/** A page that changes faster than it renders is served as it is in the end, and set aside at once. */
const ATTEMPTS = 5
