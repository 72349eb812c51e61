import type { Changes, Position } from '@masthead/shared/changes'
import type { FeedSubscriber } from '../changes/FeedFollower'
import type { AddressBook, Rule } from './AddressBook'
import type { AddressSource } from './cmsAddressSource'
import { setTimeout as sleep } from 'node:timers/promises'
import { positionAfter } from '@masthead/shared/changes'
import { isFixedPath, isNumberedPath } from '@masthead/shared/paths'
import { pathIn } from '@masthead/shared/tags'

/**
 * Knows all redirects and all paths of pages by the feed, so that readers get both while the CMS is away. After a
 * change it requests the addresses that the change names. Until the CMS responds, each request of a reader asks the CMS
 * itself.
 */
export class Addresses implements FeedSubscriber {
  readonly #book: AddressBook
  readonly #source: AddressSource
  readonly #retryDelayMs: number
  readonly #stopped = new AbortController()
  /** The paths that the feed named and the book does not have yet, with how often each was named. */
  readonly #open = new Map<string, number>()
  #position: Position | undefined
  /** Whether everything has to be requested: nothing is known, or changes were lost. */
  #isUnknown: boolean
  /** How often changes were lost. */
  #losses = 0
  #work: Promise<void> | undefined
  #isReported = false

  /**
   * @param options.from the position from which the feed is followed
   * @param options.retryDelayMs how long to wait after a request failed
   */
  constructor(
    { book, source, from, retryDelayMs = RETRY_DELAY_MS }: {
      book: AddressBook
      source: AddressSource
      from: Position | undefined
      retryDelayMs?: number
    },
  ) {
    this.#book = book
    this.#source = source
    this.#retryDelayMs = retryDelayMs
    this.#position = from
    const { position } = book
    this.#isUnknown = position === undefined || position.number !== from?.number || position.entry !== from?.entry
  }

  /** Whether all current redirects and pages are known. */
  get isSettled(): boolean {
    return !this.#isUnknown && this.#open.size === 0
  }

  /** Starts to follow the changes. Other subscribers do not wait until the book has them. */
  onChanges(changes: Changes): void {
    void this.follow(changes)
  }

  /** Follows the feed. Resolves when the book is complete; nothing has to wait for that. */
  follow(changes: Changes): Promise<void> {
    if (changes.reset || !this.#position) {
      this.#isUnknown = true
      this.#losses++
    }
    this.#position = positionAfter(changes)
    // Each change of a page or a redirect names its addresses before and after it.
    for (const path of changes.changes.flatMap(({ tags }) => tags.map(pathIn))) {
      if (path !== undefined)
        this.#open.set(path, (this.#open.get(path) ?? 0) + 1)
    }
    return this.#work ??= this.#catchUp()
  }

  /**
   * Returns the rule of the first of these paths that has one, and no page.
   *
   * @throws {CmsError} if only the CMS knows, and it does not respond
   */
  async ruleOf(paths: string[]): Promise<Rule | undefined> {
    if (!this.isSettled) {
      try {
        // The CMS does not store longer paths.
        const possible = paths.filter(path => path.length <= MAX_PATH_LENGTH)
        const rules = possible.length > 0 ? await this.#source.rulesFrom(possible) : []
        return firstOf(paths, path => rules.find(({ from }) => from === path))
      }
      catch (error) {
        // Rules that were right a moment ago are better than none.
        if (!this.#book.position)
          throw error
      }
    }
    // A page comes before a redirect.
    return firstOf(paths, path => this.#book.hasPage(path) ? undefined : this.#book.ruleFrom(path))
  }

  /** Returns whether there is certainly no page at a path: no document has it, and it is not a list. */
  isNowhere(path: string): boolean {
    return !this.#isUnknown && !this.#open.has(path) && !isFixedPath(path) && !isNumberedPath(path)
      && !this.#book.hasPage(path)
  }

  stop(): void {
    this.#stopped.abort()
  }

  async #catchUp(): Promise<void> {
    const { signal } = this.#stopped
    // The caller first stores the promise of this work.
    await undefined
    while (!signal.aborted) {
      try {
        if (this.#isUnknown)
          await this.#takeAll()
        else if (!this.isSettled)
          await this.#takeOpen()
        else
          break
        this.#isReported = false
      }
      catch (error) {
        this.#reportError(error as Error)
        await sleep(this.#retryDelayMs, undefined, { signal, ref: false }).catch(() => {})
      }
    }
    this.#work = undefined
    if (!signal.aborted)
      this.#book.position = this.#position
  }

  /** Requests everything. Paths that change meanwhile stay open. */
  async #takeAll(): Promise<void> {
    const [named, losses] = [new Map(this.#open), this.#losses]
    const edition = this.#book.nextEdition()
    for await (const entries of this.#source.all())
      this.#book.write(entries, edition)
    this.#book.endEdition(edition)
    this.#settle(named)
    this.#isUnknown = this.#losses !== losses
  }

  async #takeOpen(): Promise<void> {
    const named = new Map([...this.#open].slice(0, BATCH_SIZE))
    const paths = [...named.keys()]
    const rules = await this.#source.rulesFrom(paths)
    const pages = await this.#source.pagesAt(paths)
    this.#book.write({ rules, pages, nothingAt: paths }, this.#book.nextEdition())
    this.#settle(named)
  }

  /** Closes paths, except those that the feed named again meanwhile. */
  #settle(named: Map<string, number>): void {
    for (const [path, times] of named) {
      if (this.#open.get(path) === times)
        this.#open.delete(path)
    }
  }

  #reportError({ message }: Error): void {
    if (!this.#isReported)
      console.error(`Redirects and addresses may be out of date until the CMS responds: ${message}`)
    this.#isReported = true
  }
}

function firstOf<Found>(paths: string[], find: (path: string) => Found | undefined): Found | undefined {
  for (const path of paths) {
    const found = find(path)
    if (found !== undefined)
      return found
  }
}

const RETRY_DELAY_MS = 1000

/** Few enough for the URL of a request. */
const BATCH_SIZE = 50

const MAX_PATH_LENGTH = 500
