import type { CmsRequest } from '@masthead/shared/client'
import type { FeedHistory, Snapshot } from '../changes/FeedHistory'
import { queryString } from '@masthead/shared/queryString'
import { LRUCache } from 'lru-cache'
import { Dependencies } from '../changes/Dependencies'

/** Responses of the CMS that many pages share (globals and lists): each is requested once, and again after a change that affects it. */
export class ResponseCache {
  readonly #history: FeedHistory
  readonly #entries = new LRUCache<string, ResponseEntry>({ max: MAX_ENTRIES })

  constructor(history: FeedHistory) {
    this.#history = history
  }

  /** Returns the response to a question; `send` asks the CMS. */
  async get<T>(request: CmsRequest, send: () => Promise<T>): Promise<T> {
    const key = request.path + queryString(request.query)
    const cached = this.#entries.get(key)
    if (cached && !this.#history.invalidatedBy(cached.dependencies, cached.snapshot)) {
      cached.snapshot = this.#history.snapshot()
      return JSON.parse(cached.json) as T
    }
    this.#entries.delete(key)
    const snapshot = this.#history.snapshot()
    const response = await send()
    if (snapshot.followed !== undefined && isShared(request)) {
      const dependencies = new Dependencies()
      dependencies.record(request, response)
      this.#entries.set(key, { json: JSON.stringify(response), dependencies, snapshot })
    }
    return response
  }
}

interface ResponseEntry {
  /** Its readers may change it, so each gets a copy. */
  json: string
  dependencies: Dependencies
  snapshot: Snapshot
}

/** A global, or a list. If no document is at an address, the response itself names nothing that a change could affect. */
function isShared({ path, query }: CmsRequest): boolean {
  return path.startsWith('globals/') || 'sort' in query
}

const MAX_ENTRIES = 100
