import type { Layouts } from './Layouts'
import type { PageCache } from './PageCache'
import { setTimeout as sleep } from 'node:timers/promises'
import { inBackground } from '../scheduling/inBackground'

/** Composes all cached pages in the background when they have a new frame, those in demand first. Readers go first. */
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

  /** Composes what is not composed yet. A newer frame ends the work for an older one. */
  wake(): void {
    this.#running ??= this.#run().finally(() => this.#running = undefined)
  }

  async #run(): Promise<void> {
    while (!this.#signal.aborted && this.#composed !== this.#cache.generation) {
      try {
        await this.#composeGeneration(this.#cache.generation)
      }
      catch {
        // Readers who ask for a page report why the CMS cannot answer.
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

  /** Returns a function that says whether readers have asked for pages since it was last called. */
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
