import type { FormReport, FormSection, OpenForm, TakeOver } from './OpenForm.ts'
import type { PresenceStore } from './PresenceStore.ts'
import type { Revision } from './Revision.ts'
import { EXPIRY_MS } from './OpenForm.ts'

/** The answer to a form’s report. */
export interface PresenceAnswer {
  /** The other forms of the document, in the order in which they were opened. */
  others: OtherForm[]
  /** Left out until the CMS has read it, at the latest in the next second. */
  revision?: Revision
  /** Whether this form was taken over by another. */
  takenOver?: TakeOver
  /** Milliseconds until the next report of a visible form: just after the CMS has asked the databases again. */
  nextMs: number
}

export interface OtherForm {
  tab: string
  /** The user’s id. */
  user: string
  name: string
  section?: FormSection
  isAway: boolean
  /** Whether another form has taken it over. */
  isReadOnly: boolean
  /** ISO 8601. */
  since: string
}

interface Sources {
  store: PresenceStore
  readRevisions: (documents: Set<string>) => Promise<Map<string, Revision>>
}

/**
 * Holds the forms that report to this process, and what other processes know. Once a second at most, and only while
 * forms report, it exchanges them with the store and reads the revisions of all open documents.
 */
export class PresenceBoard {
  readonly #sources: Sources
  readonly #own = new Map<string, FormReport>()
  /** Forms that were closed, with the time: a report that was sent before may arrive after. */
  readonly #closed = new Map<string, number>()
  #stored = new Map<string, OpenForm>()
  #revisions = new Map<string, Revision>()
  #refreshedAt = 0
  #refreshing: Promise<void> | undefined
  #nextRefresh: NodeJS.Timeout | undefined

  constructor(sources: Sources) {
    this.#sources = sources
  }

  /** @throws the error of a database that does not answer */
  async report(report: FormReport): Promise<PresenceAnswer> {
    const { tab, document } = report
    if (!this.#closed.has(tab))
      this.#own.set(tab, report)
    await this.#refresh()
    const untilRefreshMs = Math.max(0, this.#refreshedAt + REFRESH_MS - Date.now())
    this.#refreshIn(untilRefreshMs)
    return {
      others: this.#open().filter(form => form.document === document && form.tab !== tab).map(otherForm),
      revision: this.#revisions.get(document),
      takenOver: this.#stored.get(tab)?.takenOver,
      nextMs: untilRefreshMs + MARGIN_MS,
    }
  }

  /** Forgets a form that was closed. */
  async close(tab: string): Promise<void> {
    this.#closed.set(tab, Date.now())
    this.#own.delete(tab)
    // An exchange that has begun may still record it.
    await this.#refreshing?.catch(() => {})
    await this.#sources.store.remove(tab)
  }

  /** Returns all open forms. */
  async openForms(): Promise<OpenForm[]> {
    await this.#refresh()
    return this.#open()
  }

  #open(): OpenForm[] {
    const forms = new Map(this.#stored)
    for (const [tab, report] of this.#own) {
      const stored = forms.get(tab)
      // The form may have reported to another process since, or closed there.
      if (stored ? stored.seenAt <= report.seenAt : report.seenAt >= this.#refreshedAt)
        forms.set(tab, { since: report.seenAt, ...stored, ...report })
    }
    const limit = Date.now() - EXPIRY_MS
    return [...forms.values()]
      .filter(({ tab, seenAt }) => seenAt > limit && !this.#closed.has(tab))
      .sort((one, other) => one.since - other.since)
  }

  async #refresh(): Promise<void> {
    if (Date.now() - this.#refreshedAt >= REFRESH_MS)
      this.#refreshing ??= this.#exchange().finally(() => this.#refreshing = undefined)
    await this.#refreshing
  }

  /** Records what was reported since the last exchange, even if no form reports again. */
  #refreshIn(delayMs: number): void {
    this.#nextRefresh ??= setTimeout(() => {
      this.#nextRefresh = undefined
      // If the database does not answer, the next report fails too, and tells its form.
      void this.#refresh().catch(() => {})
    }, delayMs).unref()
  }

  async #exchange(): Promise<void> {
    const { store, readRevisions } = this.#sources
    const now = Date.now()
    this.#forgetBefore(now - EXPIRY_MS)
    const documents = new Set(Array.from(this.#own.values(), ({ document }) => document))
    await store.record([...this.#own.values()].filter(({ seenAt }) => seenAt >= this.#refreshedAt))
    const [forms, revisions] = await Promise.all([store.findSeenAfter(now - EXPIRY_MS), readRevisions(documents)])
    this.#stored = new Map(forms.map(form => [form.tab, form]))
    this.#revisions = revisions
    this.#refreshedAt = now
  }

  #forgetBefore(limit: number): void {
    for (const [tab, { seenAt }] of this.#own) {
      if (seenAt <= limit)
        this.#own.delete(tab)
    }
    for (const [tab, closedAt] of this.#closed) {
      if (closedAt <= limit)
        this.#closed.delete(tab)
    }
  }
}

/** Milliseconds between two exchanges. */
const REFRESH_MS = 1000

/** Milliseconds by which a form reports later than the next exchange may begin. */
const MARGIN_MS = 15

function otherForm({ tab, user, name, section, isAway, since, takenOver }: OpenForm): OtherForm {
  return {
    tab,
    user,
    name,
    section,
    isAway,
    isReadOnly: takenOver !== undefined,
    since: new Date(since).toISOString(),
  }
}
