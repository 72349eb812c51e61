import type { Changes } from '@masthead/shared/changes'
import type { Touched } from '@masthead/shared/touched'
import { formatTouched } from '@masthead/shared/touched'

/** Remembers which cached pages the last changes touched: a live check of the CMS looks at those. */
export class TouchedPages {
  #recent: Touched[] = []

  /** @param touched what the changes of an answer of the feed touched, in their order */
  add(touched: readonly Touched[], { reset }: Pick<Changes, 'reset'>): void {
    // The numbers of another feed say nothing of this one.
    this.#recent = [...reset ? [] : this.#recent, ...touched].slice(-MAX_CHANGES)
  }

  /** As the CMS takes it; undefined before the first change. */
  get report(): string | undefined {
    return formatTouched(this.#recent) || undefined
  }
}

/** A live check asks about a change within seconds. */
const MAX_CHANGES = 30
