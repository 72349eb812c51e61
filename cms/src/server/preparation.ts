import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Prepares the server for its first request, again and again until it succeeds: a database that is away when the CMS
 * begins is there in a while.
 */
export function keepPreparing(prepare: () => Promise<void>): void {
  shared[PREPARED] = untilPrepared(prepare)
}

/** Whether the server is prepared; it is waited for so many milliseconds. Nobody is answered before it is. */
export async function isPrepared(patience = PATIENCE): Promise<boolean> {
  const prepared = shared[PREPARED]
  return prepared === undefined || Promise.race([prepared.then(() => true), sleep(patience, false, { ref: false })])
}

async function untilPrepared(prepare: () => Promise<void>): Promise<void> {
  let reason: string | undefined
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      await prepare()
      if (reason !== undefined)
        console.warn('The CMS is ready now.')
      return
    }
    catch (error) {
      const { message } = error as Error
      if (message !== reason)
        console.error(`The CMS cannot begin yet, and goes on trying: ${message}`)
      reason = message
      await sleep(pause)
    }
  }
}

/** Next makes one bundle of the start and others of the routes: they meet here. */
const PREPARED: unique symbol = Symbol.for('masthead.prepared')

const shared = globalThis as { [PREPARED]?: Promise<void> }

/** Milliseconds: `/readyz` is to answer within two seconds. */
const PATIENCE = 1500
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 5000
