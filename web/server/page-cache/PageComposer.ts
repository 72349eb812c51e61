import type { FeedHistory } from '../changes/FeedHistory'
import type { FeedFragment } from './feedFragment'
import type { Layouts, LayoutState } from './Layouts'
import type { Fragments, OwnPage } from './OwnPage'
import type { Page } from './Page'
import type { PageEntries } from './PageEntries'
import type { PageGeneration } from './PageGeneration'
import type { PageInvalidator } from './PageInvalidator'
import { SliceQueue } from '../scheduling/SliceQueue'
import { feedFragment } from './feedFragment'
import { isShownIn } from './isShownIn'
import { compose } from './OwnPage'

/** Composes cached pages with their layout. */
export class PageComposer {
  readonly #slices = new SliceQueue()
  readonly #entries: PageEntries
  readonly #history: FeedHistory
  readonly #layouts: Layouts
  readonly #generation: PageGeneration
  readonly #invalidator: PageInvalidator

  constructor({ entries, history, layouts, generation, invalidator }: PageComposerOptions) {
    this.#entries = entries
    this.#history = history
    this.#layouts = layouts
    this.#generation = generation
    this.#invalidator = invalidator
  }

  /**
   * Composes a valid page for a layout and stores it for nginx. No reader gets it before it is a file: should the site
   * instance die then, nginx would go on with an older one. Undefined if the page or the layout became invalid.
   */
  async compose(path: string, layout: LayoutState, { isInDemand = true } = {}): Promise<Page | undefined> {
    const { memory, stored } = this.#entries
    const before = this.#entries.valid(path)
    const generation = this.#generation.number
    return this.#whenSettled(path, layout, (fragments, feed) => {
      const entry = this.#entries.valid(path)
      if (
        !entry || entry.id !== before?.id || this.#generation.number !== generation
        || this.#layouts.generation !== layout.generation
      ) {
        return undefined
      }
      // Readers who request it at the same time get the same page.
      const composed = memory.peek(path)?.composed
      if (composed?.generation === generation)
        return composed.page
      const own = this.#entries.ownOf(entry, { isInDemand })
      if (!own)
        return undefined
      const page = this.#unchanged(path, own) ?? compose(own, fragments, feed)
      stored.putComposed(path, page)
      if (isInDemand || memory.has(path))
        memory.put(entry, own, { page, generation })
      return page
    })
  }

  /**
   * Returns the last page known at a path, composed with a layout that may be old too, and since when it is out of
   * date.
   */
  async composeStale(path: string): Promise<{ page: Page, since: number } | undefined> {
    const layout = this.#entries.get(path) && await this.#layouts.standIn()
    if (!layout)
      return undefined
    const composed = await this.#whenSettled(path, layout, (fragments, feed) => {
      const entry = this.#entries.get(path)
      const own = entry && this.#entries.ownOf(entry)
      return own && { page: compose(own, fragments, feed), since: entry.staleSince ?? layout.invalidatedAt }
    })
    // It may show something that was removed meanwhile.
    return composed && this.#layouts.generation !== layout.generation ? this.composeStale(path) : composed
  }

  /**
   * Returns the paths of the valid pages that are not composed for the current layout, those in demand first. In
   * between it returns undefined, so that other work has its turn even if few pages of many are left.
   */
  * uncomposed(): Generator<string | undefined> {
    const { memory, stored } = this.#entries
    for (const [path, { page, composed }] of memory.entries().reverse()) {
      if (page.staleSince === undefined && composed?.generation !== this.#generation.number)
        yield path
    }
    for (const pages of stored.valid()) {
      yield undefined
      for (const { path } of pages) {
        if (memory.peek(path)?.composed?.generation !== this.#generation.number)
          yield path
      }
    }
  }

  /** Returns the page as it was composed for the previous generation, if the current one changes nothing of it. */
  #unchanged(path: string, own: OwnPage): Page | undefined {
    const composed = this.#entries.memory.peek(path)?.composed
    return composed?.generation === this.#generation.number - 1 && !isShownIn(own, this.#generation.difference)
      ? composed.page
      : undefined
  }

  /**
   * Composes a page with the content of its slots, in a slice of the queue. While changes are applied, nginx may still
   * have an older page, so no reader gets a newer one until that is done.
   */
  async #whenSettled<T>(
    path: string,
    layout: LayoutState,
    work: (fragments: Fragments, feed: FeedFragment) => T,
  ): Promise<T> {
    const fragments = await layout.fragmentsFor(path)
    for (;;) {
      await this.#invalidator.settled
      const feed = await feedFragment(this.#followed)
      const done = await this.#slices.run(() =>
        feed.followed === this.#followed && !this.#invalidator.isApplying
          ? { result: work(fragments, feed) }
          : undefined,
      )
      if (done)
        return done.result
    }
  }

  get #followed(): number | undefined {
    return this.#history.position?.number
  }
}

interface PageComposerOptions {
  entries: PageEntries
  history: FeedHistory
  layouts: Layouts
  generation: PageGeneration
  invalidator: PageInvalidator
}
