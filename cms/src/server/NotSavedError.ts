import { APIError } from 'payload'

/**
 * Nothing of a change was stored. The reason is for whoever made it: whole sentences that say what to do, without a
 * colon, after which Payload’s admin would make a list of what stands between commas.
 */
export class NotSavedError extends APIError {
  constructor(reason: string, cause?: unknown) {
    super(`Nothing was saved. ${reason}`, 503, null, true)
    this.cause = cause
  }
}
