import type { Changes, Position } from '@masthead/shared/changes'
import type { AddressBook, Rule } from './AddressBook'
import type { AddressSource } from './askAddresses'
import { setTimeout as sleep } from 'node:timers/promises'
import { positionAfter } from '@masthead/shared/changes'
import { isFixedPath, isNumberedPath } from '@masthead/shared/paths'
import { idIn, listIn, pathIn } from '@masthead/shared/tags'

/**
 * Knows by the feed from which addresses readers are led elsewhere, and where there are pages, so that both can be said
 * while the CMS is away. What a change has touched the CMS is asked for; until it has answered, whoever needs it asks by
 * themselves.
 */
export class Addresses {
  readonly #book: AddressBook
  readonly #source: AddressSource
  readonly #pause: number
  readonly #stopped = new AbortController()
  /** What the feed has named and the book does not have yet, each with how often it was named. */
  readonly #open = { rules: new Map<string, number>(), paths: new Map<string, number>() }
  #position: Position | undefined
  /** Whether all has to be asked for: nothing is known, or changes were lost. */
  #isUnknown: boolean
  /** How often changes were lost. */
  #losses = 0
  #work: Promise<void> | undefined
  #complained = false

  /**
   * @param options.from where the feed will be followed from
   * @param options.pause milliseconds before the CMS is asked again that did not answer
   */
  constructor({ book, source, from, pause = PAUSE }: { book: AddressBook, source: AddressSource, from: Position | undefined, pause?: number }) {
    this.#book = book
    this.#source = source
    this.#pause = pause
    this.#position = from
    const { position } = book
    this.#isUnknown = position === undefined || position.number !== from?.number || position.entry !== from?.entry
  }

  /** Whether all redirects and pages are known as they are now. */
  get isSettled(): boolean {
    return !this.#isUnknown && this.#open.rules.size + this.#open.paths.size === 0
  }

  /** Follows the feed. Resolves when the book has it all; nothing has to wait for that. */
  follow(changes: Changes): Promise<void> {
    if (changes.reset || !this.#position) {
      this.#isUnknown = true
      this.#losses++
    }
    this.#position = positionAfter(changes)
    for (const tag of changes.changes.flatMap(({ tags }) => tags)) {
      const path = pathIn(tag)
      if (path !== undefined)
        this.#name(this.#open.paths, path)
      else if (tag.startsWith(REDIRECT) && !listIn(tag))
        this.#name(this.#open.rules, idIn(tag))
    }
    return this.#work ??= this.#catchUp()
  }

  /**
   * The rule of the first of these paths that has one, and no page.
   *
   * @throws CmsError where the CMS would have to be asked and does not answer
   */
  async ruleOf(paths: string[]): Promise<Rule | undefined> {
    if (!this.isSettled) {
      try {
        const rules = await this.#source.rulesFrom(paths)
        return firstOf(paths, path => rules.find(({ from }) => from === path))
      }
      catch (error) {
        // Rather what was right a moment ago than nothing.
        if (!this.#book.position)
          throw error
      }
    }
    // A page comes before a redirect.
    return firstOf(paths, path => this.#book.hasPage(path) ? undefined : this.#book.ruleFrom(path))
  }

  /** Whether there is certainly no page at an address: no document has it, and it is no list. */
  isNowhere(path: string): boolean {
    return !this.#isUnknown && !this.#open.paths.has(path) && !isFixedPath(path) && !isNumberedPath(path) && !this.#book.hasPage(path)
  }

  stop(): void {
    this.#stopped.abort()
  }

  #name(open: Map<string, number>, key: string): void {
    open.set(key, (open.get(key) ?? 0) + 1)
  }

  async #catchUp(): Promise<void> {
    const { signal } = this.#stopped
    // Not before it is noted that this is under way.
    await undefined
    while (!signal.aborted) {
      try {
        if (this.#isUnknown)
          await this.#takeAll()
        else if (!this.isSettled)
          await this.#takeOpen()
        else
          break
        this.#complained = false
      }
      catch (error) {
        this.#complain(error as Error)
        await sleep(this.#pause, undefined, { signal, ref: false }).catch(() => {})
      }
    }
    this.#work = undefined
    if (!signal.aborted)
      this.#book.position = this.#position
  }

  /** What changes meanwhile is open after it. */
  async #takeAll(): Promise<void> {
    const { rules, paths } = this.#open
    const [namedRules, namedPaths, losses] = [new Map(rules), new Map(paths), this.#losses]
    const edition = this.#book.nextEdition()
    for await (const entries of this.#source.all())
      this.#book.write(entries, edition)
    this.#book.endEdition(edition)
    settle(rules, namedRules)
    settle(paths, namedPaths)
    this.#isUnknown = this.#losses !== losses
  }

  async #takeOpen(): Promise<void> {
    const { rules, paths } = this.#open
    const [namedRules, namedPaths] = [firstEntries(rules), firstEntries(paths)]
    const [found, pages] = await Promise.all([
      namedRules.size > 0 ? this.#source.rules([...namedRules.keys()]) : [],
      Promise.all([...namedPaths.keys()].map(async path => ({ path, isPage: await this.#source.isPage(path) }))),
    ])
    this.#book.write({
      rules: found,
      noRules: [...namedRules.keys()].filter(id => !found.some(rule => rule.id === id)),
      pages: pages.filter(({ isPage }) => isPage).map(({ path }) => path),
      noPages: pages.filter(({ isPage }) => !isPage).map(({ path }) => path),
    }, this.#book.nextEdition())
    settle(rules, namedRules)
    settle(paths, namedPaths)
  }

  #complain({ message }: Error): void {
    if (!this.#complained)
      console.error(`Redirects and addresses may be out of date until the CMS answers: ${message}`)
    this.#complained = true
  }
}

/** What was named again meanwhile stays open. */
function settle(open: Map<string, number>, named: Map<string, number>): void {
  for (const [key, times] of named) {
    if (open.get(key) === times)
      open.delete(key)
  }
}

function firstEntries(open: Map<string, number>): Map<string, number> {
  return new Map([...open].slice(0, AT_ONCE))
}

function firstOf<Found>(paths: string[], find: (path: string) => Found | undefined): Found | undefined {
  for (const path of paths) {
    const found = find(path)
    if (found !== undefined)
      return found
  }
}

const REDIRECT = 'redirects:'

const PAUSE = 1000

/** Few enough for the address of a question. */
const AT_ONCE = 50
