import type { Changes } from '@masthead/shared/changes'
import type { FeedSubscriber } from '../changes/FeedFollower'
import type { TouchedPages } from '../changes/TouchedPages'
import type { PageResolver } from '../rendering/PageResolver'
import type { RecordedResponses } from '../rendering/RecordedResponses'
import type { BackgroundComposer } from './BackgroundComposer'
import type { PageCache } from './PageCache'

/**
 * Applies changes to the page cache, and starts the work that follows: composing pages again, rendering removed ones.
 */
export class PageSubscriber implements FeedSubscriber {
  readonly #options: PageSubscriberOptions
  #rendering: Promise<void> = Promise.resolve()

  constructor(options: PageSubscriberOptions) {
    this.#options = options
  }

  async onChanges(changes: Changes): Promise<void> {
    const { cache, responses, touchedPages, composer } = this.#options
    responses.follow(changes)
    const { removed, touched } = await cache.follow(changes)
    touchedPages.add(touched, changes)
    composer.wake()
    this.#rendering = this.#rendering.then(() => this.#renderAgain(removed))
  }

  /**
   * Renders removed pages at once, one after the other: if the CMS went away, readers would get them from recorded
   * responses only.
   */
  async #renderAgain(paths: Iterable<string>): Promise<void> {
    const { cache, resolver, signal } = this.#options
    for (const path of paths) {
      // The error is reported already.
      if (!signal.aborted && !cache.has(path))
        await resolver.resolve(path).catch(() => {})
    }
  }
}

interface PageSubscriberOptions {
  cache: PageCache
  responses: RecordedResponses
  /** Remembers what the changes touched. */
  touchedPages: TouchedPages
  composer: BackgroundComposer
  resolver: PageResolver
  /** Ends the rendering. */
  signal: AbortSignal
}
