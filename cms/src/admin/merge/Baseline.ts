import type { FormState } from 'payload'
import type { DocumentChanges } from '../../drafts/merge/DocumentChanges.ts'
import type { RowRef } from '../../drafts/merge/RowRef.ts'
import { changesBetween } from '../../drafts/merge/changesBetween.ts'
import { fieldStateOf } from '../../drafts/merge/fieldStateOf.ts'
import { flatten } from '../../drafts/merge/flatten.ts'
import { rebase } from '../../drafts/merge/rebase.ts'
import { setValueAt, valueAt } from '../../drafts/merge/rowPath.ts'
import { isSame } from '../../drafts/merge/sameValue.ts'
import { documentOf } from './documentOf.ts'

/** The document as the CMS sent it last, from which the values of a form derive. It tells what the user has changed. */
export class Baseline {
  #data: Document
  #revision: string
  #unanswered: Sent | undefined

  constructor({ fields, revision }: { fields: FormState, revision: string }) {
    this.#data = documentOf(fields)
    this.#revision = revision
  }

  /** The latest revision that the form has taken every field of. */
  get revision(): string {
    return this.#revision
  }

  /** Whether the CMS may have stored a save whose response got lost. Then `reconcile` is due before the next one. */
  get isUncertain(): boolean {
    return this.#unanswered !== undefined
  }

  /** Returns the values of the document as a form state, to merge another state of the document into the form. */
  get fields(): FormState {
    return fieldStateOf(this.#data)
  }

  /** The save under way. */
  get lastSent(): Sent | undefined {
    return this.#unanswered
  }

  /** Returns the changes that a save of this state makes, and records that it is under way. */
  send(fields: FormState): DocumentChanges {
    const data = documentOf(fields)
    const changes = changesBetween(this.#data, data)
    this.#unanswered = { data, changes }
    return { revision: this.#revision, ...changes }
  }

  /** Records that the CMS refused the save under way. */
  refused(): void {
    this.#unanswered = undefined
  }

  /** Records a response to the save under way. `current` is the form after it has taken values of the response. */
  saved({ incoming, current, revision, held }: Saved): void {
    const sent = this.#unanswered!
    this.#unanswered = undefined
    this.#rebase(incoming, current, revision, { ...sent, held })
  }

  /** Records a response to the save under way, into which the CMS merged no changes of others. */
  savedAlone({ incoming, revision }: Pick<Saved, 'incoming' | 'revision'>): void {
    this.#unanswered = undefined
    this.#set({ data: documentOf(incoming), isWhole: true }, revision)
  }

  /** Records that the form has taken another state of the document. */
  merged({ incoming, current, revision }: Omit<Saved, 'held'>): void {
    this.#rebase(incoming, current, revision)
  }

  /** Finds out by the present state of the document what the CMS has stored of a save whose response got lost. */
  reconcile({ incoming, current, revision }: { incoming: Document, current: FormState, revision: string }): void {
    const { data, changes } = this.#unanswered!
    this.#unanswered = undefined
    const isStored = (path: string) => isSame(valueAt(incoming, path), valueAt(data, path))
    const values = Object.fromEntries(Object.entries(changes.values).filter(([path]) => isStored(path)))
    this.#set(rebase({
      base: withAddedRows(this.#data, data, incoming),
      incoming,
      current: documentOf(current),
      sent: { data: {}, changes: { ...changes, values }, held: [] },
    }), revision)
  }

  /** Sets the value that the next save of a field replaces: the user has decided between it and their own. */
  decide(path: string, value: unknown): void {
    setValueAt(this.#data, path, value)
  }

  #rebase(incoming: FormState, current: FormState, revision: string, sent?: Parameters<typeof rebase>[0]['sent']) {
    this.#set(
      rebase({ base: this.#data, incoming: documentOf(incoming), current: documentOf(current), sent }),
      revision,
    )
  }

  #set({ data, isWhole }: ReturnType<typeof rebase>, revision: string): void {
    this.#data = data
    if (isWhole)
      this.#revision = revision
  }
}

/** Returns a document with the rows of `sent` that it lacks, so far as `incoming` has the same. */
function withAddedRows(base: Document, sent: Document, incoming: Document): Document {
  const data = structuredClone(base)
  for (const [path, rows] of flatten(sent).lists) {
    const rowAt = (document: Document, { id }: RowRef) => valueAt(document, `${path}[${id}]`)
    const added = rows.filter(row => rowAt(data, row) === undefined && isSame(rowAt(incoming, row), rowAt(sent, row)))
    if (added.length > 0)
      setValueAt(data, path, [...listAt(data, path), ...added.map(row => structuredClone(rowAt(sent, row)))])
  }
  return data
}

function listAt(document: Document, path: string): unknown[] {
  const value = valueAt(document, path)
  return Array.isArray(value) ? value : []
}

type Document = Record<string, unknown>

interface Sent {
  data: Document
  changes: Omit<DocumentChanges, 'revision'>
}

interface Saved {
  /** The form state that the CMS made of the document. */
  incoming: FormState
  current: FormState
  revision: string
  /** The paths of the values that the CMS has set aside. */
  held: string[]
}
