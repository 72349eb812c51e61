import type { Question, Through } from '@masthead/shared/client'
import type { FeedHistory, Snapshot } from '../changes/FeedHistory'
import type { ResponseLog } from './RecordedResponses'
import { Uses } from '../changes/Uses'
import { record } from './RecordedResponses'

/** What a render reads of the CMS: its dependencies, the responses, and the moment at which it began. */
export class Recording {
  readonly uses = new Uses()
  readonly responses: ResponseLog = new Map()
  readonly snapshot: Snapshot
  readonly #respond: Respond

  /** @param respond gets the response to a question */
  constructor(history: FeedHistory, respond: Respond) {
    this.snapshot = history.snapshot()
    this.#respond = respond
  }

  readonly through: Through = async <T>(question: Question, send: () => Promise<T>) => {
    const response = await this.#respond(question, send)
    this.uses.note(question, response)
    // The renderer may change it.
    record(this.responses, question, response)
    return response
  }
}

export type Respond = <T>(question: Question, send: () => Promise<T>) => Promise<T>
