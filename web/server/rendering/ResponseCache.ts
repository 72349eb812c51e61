import type { Question } from '@masthead/shared/client'
import type { FeedHistory, Snapshot } from '../changes/FeedHistory'
import { queryString } from '@masthead/shared/queryString'
import { LRUCache } from 'lru-cache'
import { Uses } from '../changes/Uses'

/** Responses of the CMS that many pages share (globals and lists): each is requested once, and again after a change that affects it. */
export class ResponseCache {
  readonly #history: FeedHistory
  readonly #entries = new LRUCache<string, ResponseEntry>({ max: MAX_ENTRIES })

  constructor(history: FeedHistory) {
    this.#history = history
  }

  /** Returns the response to a question; `send` asks the CMS. */
  async get<T>(question: Question, send: () => Promise<T>): Promise<T> {
    const key = question.path + queryString(question.query)
    const cached = this.#entries.get(key)
    if (cached && !this.#history.outdatedBy(cached.uses, cached.snapshot)) {
      cached.snapshot = this.#history.snapshot()
      return JSON.parse(cached.json) as T
    }
    this.#entries.delete(key)
    const snapshot = this.#history.snapshot()
    const response = await send()
    if (snapshot.followed !== undefined && isShared(question)) {
      const uses = new Uses()
      uses.note(question, response)
      this.#entries.set(key, { json: JSON.stringify(response), uses, snapshot })
    }
    return response
  }
}

interface ResponseEntry {
  /** Its readers may change it, so each gets a copy. */
  json: string
  uses: Uses
  snapshot: Snapshot
}

/** A global, or a list. If no document is at an address, the response itself names nothing that a change could affect. */
function isShared({ path, query }: Question): boolean {
  return path.startsWith('globals/') || 'sort' in query
}

const MAX_ENTRIES = 100
