import type { CmsRequest } from '@masthead/shared/client'
import type { FeedHistory, Snapshot } from '../changes/FeedHistory'
import { queryString } from '@masthead/shared/queryString'
import { LRUCache } from 'lru-cache'
import { Dependencies } from '../changes/Dependencies'

/**
 * Responses of the CMS that many pages share (globals and lists): each is requested once, and again after a change that
 * affects it.
 */
export class ResponseCache {
  readonly #history: FeedHistory
  readonly #entries = new LRUCache<string, ResponseEntry>({ max: MAX_ENTRIES })

  constructor(history: FeedHistory) {
    this.#history = history
  }

  /** Returns the response to a request, from the cache or by `send`. */
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
  /** Each render gets a copy, since it may change it. */
  json: string
  dependencies: Dependencies
  snapshot: Snapshot
}

/**
 * Returns whether a request is for a global or a list. The response to a request for one path may be empty, and then
 * names no dependency.
 */
function isShared({ path, query }: CmsRequest): boolean {
  return path.startsWith('globals/') || 'sort' in query
}

const MAX_ENTRIES = 100
