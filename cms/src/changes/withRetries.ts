import { setTimeout as sleep } from 'node:timers/promises'

/** Does what two processes may do at once, which then fails for one of them; after a while that differs, it does not. */
export async function withRetries(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    }
    catch (error) {
      if (attempt === 20)
        throw error
      await sleep(Math.random() * 5 * Math.min(attempt, 10))
    }
  }
}
