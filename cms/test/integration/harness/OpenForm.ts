import type { PresenceAnswer } from '../../../src/presence/PresenceBoard.ts'
import type { TicketAnswer } from '../../../src/presence/presenceEndpoints.ts'
import type { Answer } from './Session.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { Session } from './Session.ts'

/** An open form, as the admin reports it. */
export class OpenForm {
  readonly tab = `tab-${Math.random().toString(36).slice(2)}-x`
  readonly #session: Session
  readonly #address: string
  #ticket = ''

  constructor(session: Session, address: string) {
    this.#session = session
    this.#address = address
  }

  async open(): Promise<this> {
    const { status, body, text } = await this.#session.send<TicketAnswer>('GET', this.#address)
    if (status !== 200)
      throw new Error(`${this.#address} answered ${status}: ${text}`)
    this.#ticket = body.ticket
    return this
  }

  /** @param url that of the process to which it reports */
  report(url = this.#session.url, state: object = {}): Promise<Answer<PresenceAnswer>> {
    return new Session(url).send('POST', '/api/presence', {
      body: { ticket: this.#ticket, tab: this.tab, isAway: false, ...state },
    })
  }

  async others(): Promise<string[]> {
    return (await this.report()).body.others.map(({ name }) => name)
  }

  /** Reports every half second until the condition holds; returns the milliseconds that it took. */
  async until(holds: (answer: PresenceAnswer) => boolean, url?: string): Promise<number> {
    const begun = Date.now()
    for (;;) {
      const { body } = await this.report(url)
      if (holds(body))
        return Date.now() - begun
      if (Date.now() - begun > 20_000)
        throw new Error(`Not within 20 s: ${JSON.stringify(body)}`)
      await sleep(Math.min(body.nextMs, 500))
    }
  }

  takeOver(from: string): Promise<Answer> {
    return this.#session.send('POST', this.#address, { body: { from, by: this.tab } })
  }
}
