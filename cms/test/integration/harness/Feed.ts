import type { Change, Changes } from '@masthead/shared/changes'
import type { Payload } from 'payload'
import type { ChangeDraft } from '../../../src/changes/changeOf.ts'
import type { Cms } from './cms.ts'
import type { Answer } from './Session.ts'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { changesQuery } from '@masthead/shared/changes'
import { SERVICE_KEY } from './cms.ts'

/** The change feed of a CMS, over REST and, as another process would, in its database. */
export class Feed {
  readonly #cms: Cms
  readonly payload: Payload

  static async open(cms: Cms): Promise<Feed> {
    Object.assign(process.env, cms.environment)
    // The config reads the environment as it is loaded.
    const { openPayload } = await import('../../../src/database/openPayload.ts')
    return new Feed(cms, await openPayload(() => {}))
  }

  constructor(cms: Cms, payload: Payload) {
    this.#cms = cms
    this.payload = payload
  }

  async close(): Promise<void> {
    await this.payload.destroy()
  }

  ask(query: Parameters<typeof changesQuery>[0], cms = this.#cms): Promise<Answer<Changes>> {
    return cms.stranger.send('GET', `/api/${changesQuery(query)}`, {
      headers: { authorization: `Bearer ${SERVICE_KEY}` },
    })
  }

  /** The last number, once every change has its own. */
  async last(): Promise<number> {
    await this.settled()
    return (await this.ask({})).body.last
  }

  async after(number: number): Promise<Change[]> {
    return (await this.ask({ after: number })).body.changes
  }

  /**
   * What an action appends to the feed, without the numbers, which follow one another.
   *
   * @param action what is done
   * @param options.patience milliseconds in which all of it has a number: fewer than an entry without one waits for it
   */
  async of(action: () => Promise<unknown>, options?: { patience: number }): Promise<ChangeDraft[]> {
    return (await this.#appendedBy(action, options)).map(({ kind, tags }) => ({ kind, tags: [...tags].sort() }))
  }

  /** The fields that each entry names which an action appends; undefined for an entry that names none. */
  async fieldsOf(action: () => Promise<unknown>): Promise<(string[] | undefined)[]> {
    return (await this.#appendedBy(action)).map(({ fields }) => fields && [...fields].sort())
  }

  async #appendedBy(action: () => Promise<unknown>, { patience = 4000 } = {}): Promise<Change[]> {
    const before = await this.last()
    await action()
    const began = Date.now()
    await this.settled()
    if (Date.now() - began > patience)
      throw new Error('A change was left without a number.')
    return this.after(before)
  }

  async settled(): Promise<void> {
    while (await this.unnumbered() > 0)
      await sleep(5)
  }

  async unnumbered(): Promise<number> {
    return (await this.payload.db.count({ collection: 'feed', where: { number: { exists: false } } })).totalDocs
  }
}
