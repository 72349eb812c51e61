import { setTimeout as sleep } from 'node:timers/promises'

/** Work that many readers wait for, such as following a change. Work in the background rests until it is done. */
class UrgentWork {
  readonly #underWay = new Set<Promise<unknown>>()

  run<T>(work: () => Promise<T>): Promise<T> {
    const running = work()
    const settled = running.catch(() => {}).finally(() => this.#underWay.delete(settled))
    this.#underWay.add(settled)
    return running
  }

  /**
   * Resolves once none is under way; after a second at the latest, so that the rest goes on however often something
   * changes.
   */
  async done(): Promise<void> {
    if (this.#underWay.size === 0)
      return
    const ended = new AbortController()
    const tooLate = sleep(MAX_REST_MS, undefined, { signal: ended.signal, ref: false }).catch(() => {})
    await Promise.race([tooLate, this.#allDone()])
    ended.abort()
  }

  async #allDone(): Promise<void> {
    while (this.#underWay.size > 0)
      await Promise.all(this.#underWay)
  }
}

const MAX_REST_MS = 1000

export const urgentWork = new UrgentWork()
