import type { SaveObserver } from '@payloadcms/ui'
import type { FormState } from 'payload'
import type { HeldChange } from '../../drafts/merge/heldChangeStore.ts'
import { CHANGES_KEY } from '../../drafts/merge/DocumentChanges.ts'
import { HELD_HEADER, heldPaths, MERGED_HEADER } from '../../drafts/merge/responseHeaders.ts'
import { valueAt } from '../../drafts/merge/rowPath.ts'
import { isSame } from '../../drafts/merge/sameValue.ts'
import { Baseline } from './Baseline.ts'
import { documentOf } from './documentOf.ts'
import { pathInForm } from './pathInForm.ts'
import { withValue } from './withValue.ts'

type Document = Record<string, unknown>

interface Options {
  /** Reads the document as it is stored now. */
  read: () => Promise<Document>
  /** Reads the user's held changes to the document. */
  readHeld: () => Promise<HeldChange[]>
  /** Returns the paths of the editors that have the focus: their text must not be replaced. */
  focusedEditors: () => string[]
  /** Called with the held changes after they were read, and with the document beside which they stand. */
  onHeld: (held: HeldChange[], stored: Document) => void
}

/**
 * Follows the saves of a form. Each save names its changes and the values that they replace, so that the CMS merges it
 * with the saves of others; the form takes on the merged document from the response.
 */
export class SaveFollower implements SaveObserver {
  readonly #options: Options
  #baseline: Baseline | undefined
  /** The fields in which the form holds a value that the CMS has set aside. */
  #held: string[] = []
  #incoming: FormState = {}
  /** Counts saves and merges, so that an older state of the document never follows a newer one. */
  #generation = 0
  #isSaving = false
  /** Whether the last save was merged with changes of others. */
  #isMerged = false
  #seen = ''

  constructor(options: Options) {
    this.#options = options
  }

  get lastSaved(): FormState | undefined {
    return this.#baseline?.fields
  }

  /** The latest revision of the document that the form has merged. */
  get seen(): string {
    return this.#seen
  }

  /** Whether the form has not taken all of that revision, because an editor has the focus. */
  get isBehind(): boolean {
    return this.#baseline !== undefined && this.#baseline.revision !== this.#seen && this.#held.length === 0
  }

  get isSaving(): boolean {
    return this.#isSaving
  }

  get generation(): number {
    return this.#generation
  }

  afterReplace(fields: FormState): void {
    this.#generation++
    this.#seen = revisionOf(fields)
    this.#baseline = new Baseline({ fields, revision: this.#seen })
  }

  async beforeSave(sentState: FormState): Promise<Record<string, unknown>> {
    const baseline = this.#baseline
    if (!baseline)
      return {}
    this.#generation++
    this.#isSaving = true
    if (baseline.isUncertain) {
      const incoming = await this.#options.read()
      baseline.reconcile({ incoming, current: sentState, revision: String(incoming.updatedAt ?? '') })
    }
    return { [CHANGES_KEY]: { ...baseline.send(sentState), held: this.#held } }
  }

  afterResponse({ status }: Response): void {
    this.#isSaving = false
    // A server error may come from a proxy, after the CMS has stored the save.
    if (status >= 400 && status < 500)
      this.#baseline?.refused()
  }

  afterFailure(): void {
    this.#isSaving = false
  }

  async beforeMerge({ res, serverState }: { res: Response, serverState: FormState }): Promise<FormState> {
    this.#incoming = serverState
    this.#held = []
    this.#isMerged = false
    const sent = this.#baseline?.lastSent
    // The form has been replaced while the save was under way.
    if (!sent)
      return serverState
    const changed = Object.keys(sent.changes.values)
    const header = res.headers.get(HELD_HEADER)
    this.#isMerged = res.headers.has(MERGED_HEADER)
    this.#held = heldPaths(header, changed).filter(path => changed.includes(path))
    if (header !== null)
      this.#options.onHeld(await this.#options.readHeld(), documentOf(serverState))
    return this.#keepingValues(serverState, sent.data, this.#held)
  }

  afterMerge({ fields }: { fields: FormState, serverState: FormState }): void {
    const incoming = this.#incoming
    this.#generation++
    this.#seen = revisionOf(incoming)
    const revision = this.#seen
    if (this.#isMerged)
      this.#baseline?.saved({ incoming, current: fields, revision, held: this.#held })
    else
      this.#baseline?.savedAlone({ incoming, revision })
  }

  /**
   * Returns the state that the form shall merge, so that it takes what others have saved. The caller merges it at once
   * and reports the result to `afterFollow`.
   */
  beforeFollow(serverState: FormState, current: FormState): FormState {
    this.#incoming = serverState
    return this.#keepingValues(serverState, documentOf(current), [])
  }

  afterFollow(fields: FormState): void {
    const incoming = this.#incoming
    this.#generation++
    this.#seen = revisionOf(incoming)
    this.#baseline?.merged({ incoming, current: fields, revision: this.#seen })
  }

  /** Records that the user has decided between two values of a field: the next save may replace the stored one. */
  decide(path: string, stored: unknown): void {
    this.#baseline?.decide(path, stored)
    this.#held = this.#held.filter(held => held !== path)
  }

  /** Returns a state in which the fields at these paths, and those of focused editors, have the values of the form. */
  #keepingValues(state: FormState, form: Document, paths: string[]): FormState {
    const editors = this.#options.focusedEditors().filter((path) => {
      const position = pathInForm(path, state)
      return position !== undefined && !isSame(state[position]?.value, valueAt(form, path))
    })
    return [...paths, ...editors].reduce((state, path) => withValue(state, path, valueAt(form, path)), state)
  }
}

function revisionOf({ updatedAt }: FormState): string {
  return String(updatedAt?.value ?? '')
}
