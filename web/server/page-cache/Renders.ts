import type { Question, Through } from '@masthead/shared/client'
import type { CircuitBreaker } from '../rendering/CircuitBreaker'
import type { Rendering } from '../rendering/rendering'
import type { Answers } from './Answers'
import type { Beginning } from './FeedHistory'
import type { Page } from './Page'
import type { PageCache } from './PageCache'
import type { RecordedResponses, ResponseLog } from './RecordedResponses'
import { CmsError } from '@masthead/shared/error'
import { record } from './RecordedResponses'
import { Uses } from './Uses'

/** Renders pages for those who ask: one render for all who ask for the same page, and few at once. */
export class Renders {
  readonly #cache: PageCache
  readonly #answers: Answers
  readonly #responses: RecordedResponses
  readonly #render: Render
  readonly #breaker: CircuitBreaker
  readonly #underWay = new Map<string, Promise<Page | undefined>>()
  readonly #replaying = new Map<string, Promise<Page | undefined>>()
  readonly #queue: (() => void)[] = []
  #free: number

  constructor({ cache, answers, responses, render, breaker, atOnce }: RendersOptions) {
    this.#cache = cache
    this.#answers = answers
    this.#responses = responses
    this.#render = render
    this.#breaker = breaker
    this.#free = atOnce
  }

  get isIdle(): boolean {
    return this.#underWay.size === 0
  }

  /** Undefined where it is not worth while to ask the CMS now. */
  page(path: string): Promise<Page | undefined> {
    return once(this.#underWay, path, () => this.#renderFresh(path))
  }

  /**
   * Renders a page from the responses that it was rendered from before, without the documents that were removed since,
   * and stores it as a stale copy. It asks the CMS nothing. Undefined if it is not possible.
   */
  replay(path: string): Promise<Page | undefined> {
    return once(this.#replaying, path, () => this.#replayLatest(path))
  }

  /** What changed under a render is rendered again: nobody gets an older page after somebody got a newer one. */
  async #renderFresh(path: string): Promise<Page | undefined> {
    for (let attempt = 1; ; attempt++) {
      const rendered = await this.#inTurn(() => this.#renderOnce(path))
      if (!rendered)
        return undefined
      const { page, uses, beginning } = rendered
      const isOutdatedBy = () => this.#cache.history.outdatedBy(uses, beginning)
      if (!isOutdatedBy() && page.status < 500)
        await this.#store(path, rendered)
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

  async #store(path: string, { page, uses, log, beginning: { followed } }: Rendered): Promise<void> {
    await Promise.all([
      isFound(page) || page.status === 404 ? this.#cache.keep(path, page, uses) : undefined,
      isFound(page) && followed !== undefined ? this.#responses.store(path, log, followed) : this.#responses.delete(path),
    ])
  }

  async #replayLatest(path: string): Promise<Page | undefined> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const beginning = this.#cache.history.begin()
      const replay = await this.#responses.replay(path)
      if (!replay)
        return undefined
      const uses = new Uses()
      uses.notePath(path)
      const through: Through = async <T>(question: Question) => {
        const response = replay.responseTo(question)
        if (response === undefined)
          throw new CmsError({ method: 'GET', url: question.path, problem: 'no recorded response' })
        uses.note(question, response)
        return response as T
      }
      const page = await this.#inTurn(() => this.#render(path, { through, followed: replay.followed }), { always: true })
      if (!page || !isFound(page))
        return undefined
      if (this.#cache.history.outdatedBy(uses, beginning) !== 'gone') {
        this.#cache.keepAside(path, page, uses)
        return page
      }
    }
  }

  async #renderOnce(path: string): Promise<Rendered> {
    const beginning = this.#cache.history.begin()
    const uses = new Uses()
    const log: ResponseLog = new Map()
    uses.notePath(path)
    const through: Through = async (question, ask) => {
      const answer = await this.#answers.get(question, () => this.#noted(ask()))
      uses.note(question, answer)
      // The renderer may change it.
      record(log, question, answer)
      return answer
    }
    const page = await this.#render(path, { through, followed: beginning.followed })
    return { page, uses, log, beginning }
  }

  async #noted<T>(asked: Promise<T>): Promise<T> {
    try {
      const answer = await asked
      this.#breaker.noteAnswer()
      return answer
    }
    catch (error) {
      this.#breaker.noteFailure()
      throw error
    }
  }

  /** Those who queued while the CMS proved too slow have waited long enough: their turn is over before it comes. */
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

interface RendersOptions {
  cache: PageCache
  answers: Answers
  responses: RecordedResponses
  render: Render
  breaker: CircuitBreaker
  atOnce: number
}

interface Rendered {
  page: Page
  uses: Uses
  log: ResponseLog
  beginning: Beginning
}

/** Starts work for a key unless it is under way already. */
function once<T>(underWay: Map<string, Promise<T>>, key: string, start: () => Promise<T>): Promise<T> {
  const current = underWay.get(key)
  if (current)
    return current
  const started = start().finally(() => underWay.delete(key))
  underWay.set(key, started)
  return started
}

/** Renders the page at a path; what it asks the CMS goes through `rendering`. */
export type Render = (path: string, rendering: Rendering) => Promise<Page>

function isFound({ status, headers }: Page): boolean {
  return status === 200 && headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/html'))
}

/** A page that changes faster than it renders is served as it is in the end, and set aside at once. */
const ATTEMPTS = 5
