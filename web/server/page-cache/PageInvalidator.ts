import type { Change, Changes } from '@masthead/shared/changes'
import type { Touched } from '@masthead/shared/touched'
import type { FeedHistory } from '../changes/FeedHistory'
import type { IndexedPage } from './IndexedPage'
import type { LayoutDifference, Layouts } from './Layouts'
import type { PageEntries } from './PageEntries'
import type { PageGeneration } from './PageGeneration'
import type { PageIndexState } from './PageIndex'
import { urgentWork } from '../scheduling/urgentWork'
import { isShownIn } from './isShownIn'

/** Invalidates the pages that changes affect, and remembers how far the feed is followed. */
export class PageInvalidator {
  readonly #entries: PageEntries
  readonly #history: FeedHistory
  readonly #layouts: Layouts
  readonly #generation: PageGeneration
  readonly #build: string
  /** Whether a file could not be taken from nginx. The index may not have it any more, so all files are replaced. */
  #hasOutdatedFiles = false
  #settled: Promise<void> = Promise.resolve()
  #isApplying = false
  #applied: number | undefined
  #lastContactAt: number | undefined

  /** @param options.build names the code that makes the pages: those of another build are stale */
  constructor({ entries, history, layouts, generation, build }: PageInvalidatorOptions) {
    this.#entries = entries
    this.#history = history
    this.#layouts = layouts
    this.#generation = generation
    this.#build = build
    this.#lastContactAt = entries.stored.open(build)?.lastContactAt
    this.#applied = history.position?.number
  }

  /** The last number after which no outdated page is served any more: while changes are applied, one before. */
  get applied(): number | undefined {
    return this.#applied
  }

  /** When the CMS last sent changes, to an earlier run, too; milliseconds since 1970. */
  get lastContactAt(): number | undefined {
    return this.#lastContactAt
  }

  get isApplying(): boolean {
    return this.#isApplying
  }

  /** Resolves once the current changes are applied. Until then, nginx may have older pages. */
  get settled(): Promise<void> {
    return this.#settled
  }

  /**
   * Applies changes. Pages that they invalidate are no longer served from memory from now on, nor from files once this
   * resolves.
   *
   * @returns the paths of removed pages, which show nothing until they are rendered; some of those that each change
   * touched, a few of those in demand if it was the layout
   * @throws the error of the disk if an outdated page cannot be taken from nginx, or the index does not take the change
   */
  async apply(response: Changes): Promise<AppliedChanges> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#settled = promise
    this.#isApplying = true
    try {
      if (this.#entries.stored.hasBrokenIndex)
        this.#clear()
      else if (this.#hasOutdatedFiles)
        this.#startGeneration({ keepsPrevious: false, difference: 'none' })
      this.#hasOutdatedFiles = false
      const applied = await urgentWork.run(() => this.#applyAll(response))
      this.#applied = this.#history.position?.number
      return applied
    }
    catch (error) {
      this.#hasOutdatedFiles = true
      throw error
    }
    finally {
      this.#isApplying = false
      resolve()
    }
  }

  async #applyAll(response: Changes): Promise<AppliedChanges> {
    if (response.reset || !this.#history.position)
      this.#clear()
    this.#history.follow(response)
    const { changes } = response
    for (const change of changes)
      this.#entries.notFound.invalidate(change)
    const removed = new Set<string>()
    const touched: Touched[] = []
    await this.#entries.stored.follow(async () => {
      for (const change of changes) {
        touched.push({ number: change.number, paths: await this.#invalidate(change, removed) })
      }
      const ofLayout = changes.filter(change => this.#layouts.isAffectedBy(change))
      const difference = ofLayout.length > 0 ? await this.#layouts.compare() : 'none'
      if (difference !== 'none') {
        this.#invalidateLayout({ isGone: ofLayout.some(({ kind }) => kind === 'gone'), difference })
        for (const { number } of ofLayout)
          touched.find(one => one.number === number)!.paths.push(...this.#pathsInDemand(difference))
      }
      return this.#state()
    })
    return { removed, touched }
  }

  #state(): PageIndexState {
    this.#lastContactAt = Date.now()
    const { number: followed, entry } = this.#history.position!
    return { build: this.#build, followed, entry, lastContactAt: this.#lastContactAt }
  }

  /** Returns some pages in demand that show what has changed of the layout. */
  #pathsInDemand(difference: LayoutDifference): string[] {
    const { memory, stored } = this.#entries
    const inMemory = memory.entries().filter(([, { own }]) => isShownIn(own, difference)).slice(-MAX_IN_DEMAND).map((
      [path],
    ) => path)
    if (inMemory.length > 0)
      return inMemory
    // Pages that are not in memory are composed again in any case.
    return [...stored.valid().take(1)].flat().map(({ path }) => path).filter(path => !memory.has(path)).slice(
      0,
      MAX_IN_DEMAND,
    )
  }

  #clear(): void {
    this.#layouts.invalidate()
    this.#generation.next('all')
    this.#entries.clear()
  }

  #invalidateLayout({ isGone, difference }: { isGone: boolean, difference: LayoutDifference }): void {
    this.#layouts.invalidate()
    this.#startGeneration({ keepsPrevious: !isGone, difference })
  }

  /**
   * Returns the paths of some pages that the change affects.
   *
   * @param removed takes the paths of all pages that are removed
   */
  async #invalidate(change: Change, removed: Set<string>): Promise<string[]> {
    const { memory, stored } = this.#entries
    const isGone = change.kind === 'gone'
    const unstored = memory.unstored.filter(({ dependencies }) => dependencies.isAffectedBy(change))
    const onInvalidate = ({ path }: IndexedPage) => {
      memory.invalidate(path, { isGone })
      if (isGone)
        removed.add(path)
    }
    unstored.forEach(onInvalidate)
    const affected = await stored.affectedBy(change)
    // Replacing all files takes one step. Removing them one by one takes longer the more there are.
    const isAtOnce = affected.length > MAX_FILE_STEPS
    if (isAtOnce)
      this.#startGeneration({ keepsPrevious: !isGone, difference: 'none' })
    await stored.invalidate(affected, { isGone, isAtOnce, onInvalidate })
    return [...new Set([unstored, affected].flatMap(pages => pages.slice(0, MAX_TOUCHED).map(({ path }) => path)))]
  }

  #startGeneration({ keepsPrevious, difference }: { keepsPrevious: boolean, difference: LayoutDifference }): void {
    this.#generation.next(difference)
    this.#entries.stored.startGeneration({ keepsPrevious })
  }
}

export interface AppliedChanges {
  removed: Set<string>
  touched: Touched[]
}

interface PageInvalidatorOptions {
  entries: PageEntries
  history: FeedHistory
  layouts: Layouts
  generation: PageGeneration
  build: string
}

/** Pages that stand for all: live checks look at them. */
const MAX_IN_DEMAND = 3

/** Pages per change: more than are reported, since some paths cannot be reported. */
const MAX_TOUCHED = 10

/** How many files are removed one by one. */
const MAX_FILE_STEPS = 500
