import type { Change } from '@masthead/shared/changes'
import type { Frame } from '../../app/frame/Frame'
import type { FeedHistory, Snapshot } from '../changes/FeedHistory'
import type { Uses } from '../changes/Uses'
import type { FragmentsHtml } from '../rendering/renderFragments'
import type { Fragments } from './OwnPage'
import { isDeepStrictEqual } from 'node:util'
import { currentOf } from '../../app/frame/currentOf'
import { urgentWork } from '../scheduling/urgentWork'
import { deflated } from './deflated'
import { digestOf } from './Page'

/**
 * The frame around every page: banner, navigation, footer and calls to action. It is requested once and rendered once
 * for each group of pages that it looks alike on, so a change of it costs the same however many pages there are.
 */
export class Frames {
  readonly #history: FeedHistory
  readonly #request: () => Promise<RequestedFrame>
  readonly #replay: () => Promise<RequestedFrame | undefined>
  readonly #render: RenderFragments
  #generation = 0
  #invalidatedAt = Date.now()
  #fresh: FrameState | undefined
  #standIn: FrameState | undefined
  #uses: Uses[] = []
  #requesting: Promise<FrameState> | undefined
  /** A response that was requested to compare it, if there is one. */
  #compared: Promise<RequestedFrame | undefined> | undefined

  /**
   * @param options.request asks the CMS
   * @param options.replay returns the last frame without what was removed since; undefined if there is none
   */
  constructor({ history, request, replay, render }: FramesOptions) {
    this.#history = history
    this.#request = request
    this.#replay = replay
    this.#render = render
  }

  /** Counts how often the frame has become invalid. */
  get generation(): number {
    return this.#generation
  }

  /** The frame, if it is known and valid. */
  get fresh(): FrameState | undefined {
    return this.#fresh
  }

  isAffectedBy(change: Change): boolean {
    return this.#uses.some(uses => uses.isTouchedBy(change))
  }

  invalidate(): void {
    this.#generation++
    this.#invalidatedAt = Date.now()
    this.#fresh = undefined
    this.#standIn = undefined
  }

  /**
   * Requests the frame after a change that affects it, and returns what of it has changed: a call to action that is shown
   * nowhere is no reason to compose every page, and the one under an article is none to compose a list. It waits only
   * briefly; otherwise all of the frame counts as changed.
   */
  async compare(): Promise<FrameDifference> {
    const before = this.#fresh
    if (!before)
      return 'all'
    // Readers who need the frame report why the CMS cannot answer.
    this.#compared = this.#request().catch(() => undefined)
    const timeout = Promise.withResolvers<undefined>()
    const timer = setTimeout(timeout.resolve, COMPARE_TIMEOUT_MS)
    const requested = await Promise.race([this.#compared, timeout.promise])
    clearTimeout(timer)
    if (!requested || this.#fresh !== before || this.#history.outdatedBy(requested.uses, requested.snapshot))
      return 'all'
    const difference = differenceOf(before.frame, requested.frame)
    if (difference !== 'none')
      return difference
    this.#compared = undefined
    this.#uses = [requested.uses]
    return 'none'
  }

  /**
   * Returns the valid frame, and asks the CMS for it if need be.
   *
   * @throws {CmsError}
   */
  async get(): Promise<FrameState> {
    return this.#fresh ?? (this.#requesting ??= urgentWork.run(() => this.#requestFresh()).finally(() => this.#requesting = undefined))
  }

  /** Returns a frame for stale copies, without a question to the CMS: the valid one, or the last one without what was removed since. */
  async standIn(): Promise<FrameState | undefined> {
    if (this.#fresh ?? this.#standIn)
      return this.#fresh ?? this.#standIn
    const generation = this.#generation
    const replayed = await this.#replay()
    if (generation !== this.#generation)
      return this.standIn()
    if (replayed) {
      this.#standIn = this.#stateOf(replayed.frame)
      this.#uses.push(replayed.uses)
    }
    return this.#standIn
  }

  async #requestFresh(): Promise<FrameState> {
    for (;;) {
      const compared = this.#compared
      this.#compared = undefined
      const { frame, uses, snapshot } = await compared ?? await this.#request()
      if (this.#history.outdatedBy(uses, snapshot))
        continue
      const state = this.#stateOf(frame)
      // Before the feed is followed, nothing would tell that it has changed.
      if (snapshot.followed !== undefined) {
        this.#uses = [uses]
        this.#fresh = state
      }
      return state
    }
  }

  #stateOf(frame: Frame): FrameState {
    const groups = new Map<string, Promise<Fragments>>()
    return {
      frame,
      generation: this.#generation,
      invalidatedAt: this.#invalidatedAt,
      fragmentsFor: (path) => {
        const group = groupOf(frame, path)
        const fragments = groups.get(group) ?? urgentWork.run(() => this.#fragments(frame, path))
        groups.set(group, fragments)
        fragments.catch(() => groups.delete(group))
        return fragments
      },
    }
  }

  async #fragments(frame: Frame, path: string): Promise<Fragments> {
    const html = Object.entries(await this.#render(frame, path))
    const parts = await Promise.all(html.map(async ([slot, text]) => [slot, await deflated(text)]))
    return { etag: digestOf(html.flat()), bySlot: Object.fromEntries(parts) }
  }
}

/** A frame at a moment. */
export interface FrameState {
  frame: Frame
  generation: number
  /** When the frame before it became invalid; milliseconds since 1970. */
  invalidatedAt: number
  fragmentsFor: (path: string) => Promise<Fragments>
}

/** What of a frame has changed; a slot if it is that one alone. */
export type FrameDifference = 'none' | 'articleCta' | 'all'

export interface RequestedFrame {
  frame: Frame
  uses: Uses
  snapshot: Snapshot
}

export type RenderFragments = (frame: Frame, path: string) => Promise<FragmentsHtml>

interface FramesOptions {
  history: FeedHistory
  request: () => Promise<RequestedFrame>
  replay: () => Promise<RequestedFrame | undefined>
  render: RenderFragments
}

/** Readers get the frame before until then. */
const COMPARE_TIMEOUT_MS = 250

function differenceOf({ articleCta, ...rest }: Frame, { articleCta: otherCta, ...otherRest }: Frame): FrameDifference {
  if (!isDeepStrictEqual(rest, otherRest))
    return 'all'
  return isDeepStrictEqual(articleCta, otherCta) ? 'none' : 'articleCta'
}

/** Pages on which the same links are current have the same frame. */
function groupOf({ navigation, footerLinks }: Frame, path: string): string {
  return [...navigation, ...footerLinks].map(({ href }) => currentOf(href, path)).join()
}
