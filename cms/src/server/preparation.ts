import { setTimeout as sleep } from 'node:timers/promises'
import { redactMessage } from './log/redact.ts'

/**
 * Prepares the server in the background, and retries until that succeeds, because the database may start later than the
 * CMS.
 */
export function startPreparing(prepare: () => Promise<void>): void {
  shared[PREPARED] = untilPrepared(prepare)
}

/**
 * Returns whether the server is prepared. Waits for that up to `timeoutMs` milliseconds. No route serves data before.
 */
export async function isPrepared(timeoutMs = PREPARED_TIMEOUT_MS): Promise<boolean> {
  const prepared = shared[PREPARED]
  return prepared === undefined || Promise.race([prepared.then(() => true), sleep(timeoutMs, false, { ref: false })])
}

async function untilPrepared(prepare: () => Promise<void>): Promise<void> {
  let reason: string | undefined
  for (let delayMs = FIRST_RETRY_DELAY_MS; ; delayMs = Math.min(2 * delayMs, MAX_RETRY_DELAY_MS)) {
    try {
      await prepare()
      if (reason !== undefined)
        console.warn('The CMS is ready now.')
      return
    }
    catch (error) {
      const message = redactMessage(error)
      if (message !== reason)
        console.error(`The CMS cannot start yet, and keeps trying: ${message}`)
      reason = message
      await sleep(delayMs)
    }
  }
}

/** A global symbol: Next bundles the server's start and the routes separately, and they share this. */
const PREPARED: unique symbol = Symbol.for('masthead.prepared')

const shared = globalThis as { [PREPARED]?: Promise<void> }

const PREPARED_TIMEOUT_MS = 1500
const FIRST_RETRY_DELAY_MS = 250
const MAX_RETRY_DELAY_MS = 5000
