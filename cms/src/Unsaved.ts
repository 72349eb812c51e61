import { APIError } from 'payload'

/** Nothing of a change was stored. The reason is for whoever made it: it says what to do. */
export class Unsaved extends APIError {
  constructor(reason: string, cause?: unknown) {
    super(`Nothing was saved: ${reason}`, 503, null, true)
    this.cause = cause
  }
}
