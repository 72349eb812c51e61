import type { ReportBody } from '../../presence/answerPresence.ts'
import type { PresenceAnswer } from '../../presence/PresenceBoard.ts'
import type { TicketAnswer } from '../../presence/presenceEndpoints.ts'
import { newId } from '../journal/newId.ts'

interface Options {
  /** @throws {Error} if the user may not read the document any more */
  requestTicket: () => Promise<TicketAnswer>
  /** Sends a report. Returns undefined if the CMS does not accept the ticket any more. */
  send: (body: ReportBody, signal: AbortSignal) => Promise<PresenceAnswer | undefined>
  /** Sends the last report, even while the page goes away. */
  sendLast: (body: ReportBody) => void
  state: () => Pick<ReportBody, 'isAway' | 'section'>
  isHidden: () => boolean
  /** Receives each answer; undefined once the CMS has not answered for as long as a form counts as open. */
  onAnswer: (answer: PresenceAnswer | undefined) => void
}

/**
 * Reports an open form to the CMS about once a second, and every four seconds from a hidden tab. Each request is short,
 * so that any number of tabs leaves the browser’s few connections free.
 */
export class FormReporter {
  readonly #options: Options
  #tab = newId()
  #ticket: { value: string, renewAt: number } | undefined
  #running: AbortController | undefined
  #answeredAt = 0
  #wake: () => void = () => {}

  constructor(options: Options) {
    this.#options = options
  }

  /** Identifies this form among those of its user. */
  get tab(): string {
    return this.#tab
  }

  start(): void {
    if (this.#running)
      return
    this.#tab = newId()
    this.#running = new AbortController()
    void this.#run(this.#running.signal)
  }

  /** Stops, and tells the CMS that the form is closed. */
  stop(): void {
    this.#running?.abort()
    this.#running = undefined
    this.#wake()
    if (this.#ticket)
      this.#options.sendLast(this.#body(this.#ticket.value, true))
  }

  /** Reports at once. */
  reportNow(): void {
    this.#wake()
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const delayMs = await this.#report(signal).catch(() => this.#giveUp(signal))
      await this.#pause(delayMs)
    }
  }

  /** Returns the milliseconds until the next report. */
  async #report(signal: AbortSignal): Promise<number> {
    const { send, isHidden, onAnswer } = this.#options
    const ticket = await this.#currentTicket().catch(() => undefined)
    if (signal.aborted)
      return 0
    if (ticket === undefined) {
      this.#giveUp(signal)
      return TICKET_RETRY_MS
    }
    const answer = await send(this.#body(ticket), signal)
    if (signal.aborted)
      return 0
    if (!answer) {
      this.#ticket = undefined
      return RETRY_MS
    }
    this.#answeredAt = Date.now()
    onAnswer(answer)
    return isHidden() ? HIDDEN_MS : answer.nextMs
  }

  #giveUp(signal: AbortSignal): number {
    if (!signal.aborted && Date.now() - this.#answeredAt > SILENCE_MS)
      this.#options.onAnswer(undefined)
    return RETRY_MS
  }

  #body(ticket: string, isClosed = false): ReportBody {
    return { ticket, tab: this.#tab, ...this.#options.state(), ...(isClosed && { isClosed }) }
  }

  async #currentTicket(): Promise<string> {
    if (!this.#ticket || Date.now() > this.#ticket.renewAt) {
      const { ticket, renewAfterMs } = await this.#options.requestTicket()
      this.#ticket = { value: ticket, renewAt: Date.now() + renewAfterMs }
    }
    return this.#ticket.value
  }

  /** Resolves after some time, or when `reportNow` is called. Browsers do not delay a timer that follows a response. */
  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delayMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const HIDDEN_MS = 4000
const RETRY_MS = 2000
const TICKET_RETRY_MS = 5000

/** Milliseconds without an answer after which the others are unknown. */
const SILENCE_MS = 10_000
