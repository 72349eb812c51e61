import type { Question } from '@masthead/shared/client'
import type { Beginning, FeedHistory } from './FeedHistory'
import { queryString } from '@masthead/shared/queryString'
import { LruCache } from './LruCache'
import { Uses } from './Uses'

/**
 * Answers of the CMS that serve until a change touches what is in them: what every page asks (the menu, the calls to
 * action) is asked once, and not again for each page.
 */
export class Answers {
  readonly #history: FeedHistory
  readonly #kept = new LruCache<string, Answer>({ limit: MOST })

  constructor(history: FeedHistory) {
    this.#history = history
  }

  /** What the CMS says, or has said: `ask` asks it. */
  async get<T>(question: Question, ask: () => Promise<T>): Promise<T> {
    const key = question.path + queryString(question.query)
    const kept = this.#kept.get(key)
    if (kept && !this.#history.outdatedBy(kept.uses, kept.beginning)) {
      kept.beginning = this.#history.begin()
      return JSON.parse(kept.json) as T
    }
    this.#kept.delete(key)
    const beginning = this.#history.begin()
    const answer = await ask()
    if (beginning.followed !== undefined && isOfMany(question)) {
      const uses = new Uses()
      uses.note(question, answer)
      this.#kept.set(key, { json: JSON.stringify(answer), uses, beginning })
    }
    return answer
  }
}

interface Answer {
  /** Whoever gets it may change it, so each gets their own. */
  json: string
  uses: Uses
  beginning: Beginning
}

/** A global, or a list. That there is no document at an address is nothing that the answer itself could tell of. */
function isOfMany({ path, query }: Question): boolean {
  return path.startsWith('globals/') || 'sort' in query
}

const MOST = 100
