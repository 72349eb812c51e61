import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Repeats work that fails when two processes do it at once. Random pauses keep them from colliding again. Throws the
 * error of the 20th attempt.
 */
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
