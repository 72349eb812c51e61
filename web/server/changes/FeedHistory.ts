import type { Change, Changes, Position } from '@masthead/shared/changes'
import type { Dependencies } from './Dependencies'
import { positionAfter } from '@masthead/shared/changes'

/**
 * Remembers how far the feed is followed, and the latest changes. They tell whether work that started earlier is out of
 * date.
 */
export class FeedHistory {
  #position: Position | undefined
  #recent: Change[] = []
  #epoch = 0

  /** @param position the position that an earlier run reached */
  constructor(position?: Position) {
    this.#position = position
  }

  /** Undefined before the first contact with the feed. */
  get position(): Position | undefined {
    return this.#position
  }

  follow(response: Changes): void {
    if (response.reset || !this.#position) {
      this.#epoch++
      this.#recent = []
    }
    // After a failure, the feed sends the same changes again.
    const news = response.changes.filter(({ number }) => number > (this.#recent.at(-1)?.number ?? 0))
    this.#recent = [...this.#recent, ...news].slice(-MAX_CHANGES)
    this.#position = positionAfter(response)
  }

  /** Returns the position of this moment: take it before a render reads the CMS. */
  snapshot(): Snapshot {
    return { epoch: this.#epoch, followed: this.#position?.number }
  }

  /**
   * Returns how changes since a snapshot affect dependencies; undefined if they do not. If the history does not reach
   * back, it returns `gone`.
   */
  invalidatedBy(dependencies: Dependencies, { epoch, followed }: Snapshot): Change['kind'] | undefined {
    if (epoch !== this.#epoch)
      return 'gone'
    const now = this.#position?.number
    if (followed === undefined || followed === now)
      return undefined
    const missed = this.#recent.filter(({ number }) => number > followed)
    if (missed.length < now! - followed)
      return 'gone'
    const kinds = missed.filter(change => dependencies.isAffectedBy(change)).map(({ kind }) => kind)
    return kinds.includes('gone') ? 'gone' : kinds[0]
  }
}

export interface Snapshot {
  epoch: number
  followed: number | undefined
}

/** More changes than the CMS publishes while a page is rendered. */
const MAX_CHANGES = 1000
