import type { Change } from '@masthead/shared/changes'
import type { Layout } from '../../app/layout/Layout'
import type { Dependencies } from '../changes/Dependencies'
import type { FeedHistory, Snapshot } from '../changes/FeedHistory'
import type { FragmentsHtml } from '../rendering/renderFragments'
import type { Fragments } from './OwnPage'
import { isDeepStrictEqual } from 'node:util'
import { currentOf } from '../../app/layout/currentOf'
import { urgentWork } from '../scheduling/urgentWork'
import { deflated } from './deflated'
import { digestOf } from './Page'

/**
 * The layout around every page: banner, navigation, footer and calls to action. It is requested once, and rendered once
 * for each group of pages on which it looks the same, so the cost of a change does not depend on the number of pages.
 */
export class Layouts {
  readonly #history: FeedHistory
  readonly #request: () => Promise<RequestedLayout>
  readonly #replay: () => Promise<RequestedLayout | undefined>
  readonly #render: RenderFragments
  #generation = 0
  #invalidatedAt = Date.now()
  #fresh: LayoutState | undefined
  #standIn: LayoutState | undefined
  #dependencies: Dependencies[] = []
  #requesting: Promise<LayoutState> | undefined
  /** The layout that `compare` requested, until it is used. */
  #compared: Promise<RequestedLayout | undefined> | undefined

  /**
   * @param options.request requests the layout from the CMS
   * @param options.replay returns the last layout without what was removed since; undefined if there is none
   */
  constructor({ history, request, replay, render }: LayoutsOptions) {
    this.#history = history
    this.#request = request
    this.#replay = replay
    this.#render = render
  }

  /** Counts how often the layout has become invalid. */
  get generation(): number {
    return this.#generation
  }

  /** The layout, if it is known and valid. */
  get fresh(): LayoutState | undefined {
    return this.#fresh
  }

  isAffectedBy(change: Change): boolean {
    return this.#dependencies.some(dependencies => dependencies.isAffectedBy(change))
  }

  invalidate(): void {
    this.#generation++
    this.#invalidatedAt = Date.now()
    this.#fresh = undefined
    this.#standIn = undefined
  }

  /**
   * Requests the layout after a change that affects it, and returns which part of it has changed. So a call to action
   * that no page shows composes no page again, and the one under an article composes no list. It waits only briefly:
   * after that, the whole layout counts as changed.
   */
  async compare(): Promise<LayoutDifference> {
    const before = this.#fresh
    if (!before)
      return 'all'
    // Readers who need the layout report why the CMS does not respond.
    this.#compared = this.#request().catch(() => undefined)
    const timeout = Promise.withResolvers<undefined>()
    const timer = setTimeout(timeout.resolve, COMPARE_TIMEOUT_MS)
    const requested = await Promise.race([this.#compared, timeout.promise])
    clearTimeout(timer)
    if (!requested || this.#fresh !== before || this.#history.invalidatedBy(requested.dependencies, requested.snapshot))
      return 'all'
    const difference = differenceOf(before.layout, requested.layout)
    if (difference !== 'none')
      return difference
    this.#compared = undefined
    this.#dependencies = [requested.dependencies]
    return 'none'
  }

  /**
   * Returns the valid layout, requested from the CMS if necessary.
   *
   * @throws {CmsError}
   */
  async get(): Promise<LayoutState> {
    return this.#fresh
      ?? (this.#requesting ??= urgentWork.run(() => this.#requestFresh()).finally(() => this.#requesting = undefined))
  }

  /**
   * Returns a layout for stale copies without a request to the CMS: the valid one, or the last one without what was
   * removed since.
   */
  async standIn(): Promise<LayoutState | undefined> {
    if (this.#fresh ?? this.#standIn)
      return this.#fresh ?? this.#standIn
    const generation = this.#generation
    const replayed = await this.#replay()
    if (generation !== this.#generation)
      return this.standIn()
    if (replayed) {
      this.#standIn = this.#stateOf(replayed.layout)
      this.#dependencies.push(replayed.dependencies)
    }
    return this.#standIn
  }

  async #requestFresh(): Promise<LayoutState> {
    for (;;) {
      const compared = this.#compared
      this.#compared = undefined
      const { layout, dependencies, snapshot } = await compared ?? await this.#request()
      if (this.#history.invalidatedBy(dependencies, snapshot))
        continue
      const state = this.#stateOf(layout)
      // Without the feed, the site instance would not notice that it changes.
      if (snapshot.followed !== undefined) {
        this.#dependencies = [dependencies]
        this.#fresh = state
      }
      return state
    }
  }

  #stateOf(layout: Layout): LayoutState {
    const groups = new Map<string, Promise<Fragments>>()
    return {
      layout,
      generation: this.#generation,
      invalidatedAt: this.#invalidatedAt,
      fragmentsFor: (path) => {
        const group = groupOf(layout, path)
        const fragments = groups.get(group) ?? urgentWork.run(() => this.#fragments(layout, path))
        groups.set(group, fragments)
        fragments.catch(() => groups.delete(group))
        return fragments
      },
    }
  }

  async #fragments(layout: Layout, path: string): Promise<Fragments> {
    const html = Object.entries(await this.#render(layout, path))
    const parts = await Promise.all(html.map(async ([slot, text]) => [slot, await deflated(text)]))
    return { etag: digestOf(html.flat()), bySlot: Object.fromEntries(parts) }
  }
}

/** A layout at a moment. */
export interface LayoutState {
  layout: Layout
  generation: number
  /** When the layout before it became invalid; milliseconds since 1970. */
  invalidatedAt: number
  fragmentsFor: (path: string) => Promise<Fragments>
}

/** The part of a layout that has changed; a slot if it is that one alone. */
export type LayoutDifference = 'none' | 'articleCta' | 'all'

export interface RequestedLayout {
  layout: Layout
  dependencies: Dependencies
  snapshot: Snapshot
}

export type RenderFragments = (layout: Layout, path: string) => Promise<FragmentsHtml>

interface LayoutsOptions {
  history: FeedHistory
  request: () => Promise<RequestedLayout>
  replay: () => Promise<RequestedLayout | undefined>
  render: RenderFragments
}

/** Until then, readers get the previous layout. */
const COMPARE_TIMEOUT_MS = 250

function differenceOf(
  { articleCta, ...rest }: Layout,
  { articleCta: otherCta, ...otherRest }: Layout,
): LayoutDifference {
  if (!isDeepStrictEqual(rest, otherRest))
    return 'all'
  return isDeepStrictEqual(articleCta, otherCta) ? 'none' : 'articleCta'
}

/** Pages on which the same links are current have the same layout. */
function groupOf({ navigation, footerLinks }: Layout, path: string): string {
  return [...navigation, ...footerLinks].map(({ href }) => currentOf(href, path)).join()
}
