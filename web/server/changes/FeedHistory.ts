import type { Change, Changes, Position } from '@masthead/shared/changes'
import type { Dependencies } from './Dependencies'
import { positionAfter } from '@masthead/shared/changes'

/** How far the feed was followed, and what came of late: by it, whether what was begun at a moment is out of date. */
export class FeedHistory {
  #position: Position | undefined
  #recent: Change[] = []
  #epoch = 0

  /** @param position where an earlier run had come */
  constructor(position?: Position) {
    this.#position = position
  }

  /** Undefined before the feed was first heard of. */
  get position(): Position | undefined {
    return this.#position
  }

  follow(response: Changes): void {
    if (response.reset || !this.#position) {
      this.#epoch++
      this.#recent = []
    }
    // After a failure, the same changes come again.
    const news = response.changes.filter(({ number }) => number > (this.#recent.at(-1)?.number ?? 0))
    this.#recent = [...this.#recent, ...news].slice(-REMEMBERED)
    this.#position = positionAfter(response)
  }

  /** The moment at which a render begins to read the CMS. */
  snapshot(): Snapshot {
    return { epoch: this.#epoch, followed: this.#position?.number }
  }

  /** What has happened since to what was used; of what cannot be told, the worst is assumed. */
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

/** Changes: more than come while a page is rendered. */
const REMEMBERED = 1000
