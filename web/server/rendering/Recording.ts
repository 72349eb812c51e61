import type { CmsRequest, Interceptor } from '@masthead/shared/client'
import type { FeedHistory, Snapshot } from '../changes/FeedHistory'
import type { ResponseLog } from './RecordedResponses'
import { Dependencies } from '../changes/Dependencies'
import { record } from './RecordedResponses'

/**
 * Records what a render reads of the CMS: its dependencies, the responses, and the position of the feed at its start.
 */
export class Recording {
  readonly dependencies = new Dependencies()
  readonly responses: ResponseLog = new Map()
  readonly snapshot: Snapshot
  readonly #respond: Respond

  /** @param respond gets the response to a request */
  constructor(history: FeedHistory, respond: Respond) {
    this.snapshot = history.snapshot()
    this.#respond = respond
  }

  readonly interceptor: Interceptor = async <T>(request: CmsRequest, send: () => Promise<T>) => {
    const response = await this.#respond(request, send)
    this.dependencies.record(request, response)
    // The render may change it.
    record(this.responses, request, response)
    return response
  }
}

export type Respond = <T>(request: CmsRequest, send: () => Promise<T>) => Promise<T>
