import { APIError } from 'payload'

/**
 * Thrown when no part of a change was stored. The message is for the user: whole sentences that say what to do, without
 * a colon, after which Payload’s admin would show the text between commas as a list.
 */
export class NotSavedError extends APIError {
  constructor(reason: string, cause?: unknown) {
    super(`Nothing was saved. ${reason}`, 503, null, true)
    this.cause = cause
  }
}
