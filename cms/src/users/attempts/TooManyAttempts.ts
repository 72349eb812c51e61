import type { PayloadRequest } from 'payload'
import { APIError } from 'payload'

/**
 * Thrown when the CMS does not judge a request now. Its message says how long to wait, and is the same whether the
 * account exists or not.
 */
export class TooManyAttempts extends APIError {
  readonly retryAfterSeconds: number

  constructor(endsAt: Date, reason = 'There were too many attempts.') {
    const seconds = Math.max(1, Math.ceil((endsAt.getTime() - Date.now()) / 1000))
    super(`${reason} Try again in ${describe(seconds)}.`, 429, null, true)
    this.retryAfterSeconds = seconds
  }
}

/** Runs `work`, and adds `Retry-After` to the response if a limit refuses it. */
export async function withRetryAfter<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  }
  catch (error) {
    if (error instanceof TooManyAttempts) {
      req.responseHeaders = new Headers([...req.responseHeaders ?? [], [
        'retry-after',
        String(error.retryAfterSeconds),
      ]])
    }
    throw error
  }
}

function describe(seconds: number): string {
  if (seconds < 60)
    return seconds === 1 ? 'a second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
