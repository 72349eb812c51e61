import type { Changes } from '@masthead/shared/changes'
import type { Touched } from '@masthead/shared/touched'
import { formatTouched } from '@masthead/shared/touched'

/** Remembers which cached pages the last changes touched: a live check of the CMS looks at those. */
export class TouchedPages {
  #recent: Touched[] = []

  /** @param touched the pages that each change of a response touched, in the order of the changes */
  add(touched: readonly Touched[], { reset }: Pick<Changes, 'reset'>): void {
    // Numbers of another feed do not count in this one.
    this.#recent = [...reset ? [] : this.#recent, ...touched].slice(-MAX_CHANGES)
  }

  /** The pages in the form that the CMS expects; undefined before the first change. */
  get report(): string | undefined {
    return formatTouched(this.#recent) || undefined
  }
}

/** A live check of a change comes within seconds of it. */
const MAX_CHANGES = 30
