import type { Question } from '@masthead/shared/client'
import type { Beginning, PageCache } from './PageCache'
import { queryString } from '@masthead/shared/queryString'
import { Uses } from './Uses'

/**
 * Answers of the CMS that serve until a change touches what is in them: what every page asks (the menu, the calls to
 * action) is asked once, and not again for each page.
 */
export class Answers {
  readonly #cache: PageCache
  readonly #kept = new Map<string, Answer>()

  constructor(cache: PageCache) {
    this.#cache = cache
  }

  /** What the CMS says, or has said: `ask` asks it. */
  async get<T>(question: Question, ask: () => Promise<T>): Promise<T> {
    const key = question.path + queryString(question.query)
    const kept = this.#kept.get(key)
    this.#kept.delete(key)
    if (kept && !this.#cache.outdatedBy(kept.uses, kept.beginning)) {
      this.#keep(key, { ...kept, beginning: this.#cache.begin() })
      return JSON.parse(kept.json) as T
    }
    const beginning = this.#cache.begin()
    const answer = await ask()
    if (beginning.followed !== undefined && isOfMany(question)) {
      const uses = new Uses()
      uses.note(question, answer)
      this.#keep(key, { json: JSON.stringify(answer), uses, beginning })
    }
    return answer
  }

  /** The least lately used go first. */
  #keep(key: string, answer: Answer): void {
    this.#kept.set(key, answer)
    if (this.#kept.size > MOST)
      this.#kept.delete(this.#kept.keys().next().value!)
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
