import type { LayoutDifference } from './Layouts'

/**
 * Counts how often all pages have to be composed again, and says what of the layout changed with the current
 * generation.
 */
export class PageGeneration {
  #number = 0
  #difference: LayoutDifference = 'all'

  get number(): number {
    return this.#number
  }

  get difference(): LayoutDifference {
    return this.#difference
  }

  /** @param difference `none` if all pages are composed again for another reason than the layout */
  next(difference: LayoutDifference): void {
    this.#number++
    this.#difference = difference
  }
}
