import type { Layouts } from './Layouts'
import type { PageCache } from './PageCache'
import { setTimeout as sleep } from 'node:timers/promises'
import { inBackground } from '../scheduling/inBackground'

/**
 * Composes all cached pages in the background after a change of the layout, those in demand first. Requests of readers
 * come before it.
 */
export class BackgroundComposer {
  readonly #cache: PageCache
  readonly #layouts: Layouts
  readonly #signal: AbortSignal
  #composed: number | undefined
  #running: Promise<void> | undefined

  /** @param options.signal ends the work */
  constructor({ cache, layouts, signal }: { cache: PageCache, layouts: Layouts, signal: AbortSignal }) {
    this.#cache = cache
    this.#layouts = layouts
    this.#signal = signal
  }

  /** Composes the pages that are not composed yet. A newer layout ends the work for an older one. */
  wake(): void {
    this.#running ??= this.#run().finally(() => this.#running = undefined)
  }

  async #run(): Promise<void> {
    while (!this.#signal.aborted && this.#composed !== this.#cache.generation) {
      try {
        await this.#composeGeneration(this.#cache.generation)
      }
      catch {
        // Requests of readers report why the CMS does not respond.
        await sleep(RETRY_DELAY_MS, undefined, { ref: false })
      }
    }
  }

  async #composeGeneration(generation: number): Promise<void> {
    const layout = await this.#layouts.get()
    const isCurrent = () => !this.#signal.aborted && this.#cache.generation === generation
    await inBackground(takeWhile(this.#cache.uncomposed(), isCurrent), async (path) => {
      if (path !== undefined)
        await this.#cache.compose(path, layout, { isInDemand: false })
    }, { hasOthers: this.#readersSince() })
    if (!isCurrent())
      return
    this.#cache.endPreviousGenerations()
    this.#composed = generation
  }

  /** Returns a function that returns whether readers have requested pages since its last call. */
  #readersSince(): () => boolean {
    let before = this.#cache.reads
    return () => {
      const hasReaders = this.#cache.reads !== before
      before = this.#cache.reads
      return hasReaders
    }
  }
}

const RETRY_DELAY_MS = 1000

function* takeWhile<T>(items: Iterable<T>, isWanted: () => boolean): Generator<T> {
  for (const item of items) {
    if (!isWanted())
      return
    yield item
  }
}
