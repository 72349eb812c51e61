import type { FormField, FormState } from 'payload'
import type { RowRef } from '../../drafts/merge/RowRef.ts'
import type { Change } from './Change.ts'
import type { Schema } from './fieldAt.ts'
import { rowPath, rowsAround, valueAt } from '../../drafts/merge/rowPath.ts'
import { fingerprint, isSame } from '../../drafts/merge/sameValue.ts'
import { currentValue, rowRef } from './currentValue.ts'

interface Options {
  record: string
  /** Whether the form creates a document. Once the server has it, the form has nothing to lose. */
  isNew: boolean
  /** Whether the journal may store the value of the field at a path. */
  isRecordable: (path: string, rows: Schema['rows']) => boolean
  /** Called `delayMs` after a change, with all changes and the paths of those that were added, changed or removed. */
  onChange: (changes: ReadonlyMap<string, Change>, paths: Set<string>) => void
}

interface Observation {
  fields: FormState
  isModified: boolean
  /** The document as in the server's last response. */
  saved: unknown
}

/** Milliseconds. Writing takes some 10 to 50 ms more, so a change is on the disk well within 250 ms. */
const delayMs = 75

/** The fingerprints that one change keeps. Fewer saves are ever on their way, even if each has only one more letter. */
const maxPassed = 300

/**
 * Follows a form and holds the changes that the server has not confirmed. A value that the form takes on while nothing
 * in it is modified comes from the server. Every other value was typed, and is unsaved until a response of the server
 * holds it.
 */
export class Recorder {
  readonly #options: Options
  readonly #changes = new Map<string, Change>()
  /** Reads the text of each editor whose form may not have it yet. */
  readonly #editors = new Map<string, () => unknown>()
  readonly #unwritten = new Set<string>()
  readonly #rows: Schema['rows'] = new Map()
  /** The paths of the fields that are lists of rows. */
  readonly #lists = new Set<string>()
  readonly #paths = new Map<string, string>()
  #values = new Map<string, unknown>()
  #fields: FormState
  #saved: unknown
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param fields the form as the server sent it
   */
  constructor(options: Options, fields: FormState) {
    this.#options = options
    this.#fields = fields
    this.#readRows()
  }

  get changes(): ReadonlyMap<string, Change> {
    return this.#changes
  }

  /** Compares the form with its last state. The caller calls it each time the form may have changed. */
  observe({ fields, isModified, saved }: Observation): void {
    if (fields !== this.#fields)
      this.#compare(fields, isModified)
    if (saved !== this.#saved) {
      this.#saved = saved
      this.#confirm()
    }
  }

  /** Records that the editor of a field has text that it will hand to the form later. */
  edited(path: string, read: () => unknown): void {
    this.#editors.set(rowPath(path, this.#fields), read)
    this.#schedule()
  }

  /** Reports the changes now instead of after the delay. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#readEditors()
    if (this.#unwritten.size === 0)
      return
    this.#options.onChange(this.#changes, new Set(this.#unwritten))
    this.#unwritten.clear()
  }

  #compare(fields: FormState, isModified: boolean): void {
    for (const [path, before] of this.#take(fields)) {
      const value = this.#values.get(path)
      if (isModified || this.#isFromEditor(path, value))
        this.#typed(path, before, value)
      else
        this.#given(path)
    }
  }

  /** Stores the values of the form. Returns the paths of those that changed, with their former values. */
  #take(fields: FormState): Map<string, unknown> {
    const last = this.#fields
    const changed = Object.keys(fields).filter(path => fields[path] !== last[path])
    this.#fields = fields
    const before = this.#values
    if (changed.some(path => !isSame(refsOf(fields[path]), refsOf(last[path])))) {
      this.#readRows()
      const paths = [...new Set([...before.keys(), ...this.#values.keys()])]
      return new Map(
        paths.filter(path => !isSame(before.get(path), this.#values.get(path))).map(path => [path, before.get(path)]),
      )
    }
    const others = new Map<string, unknown>()
    for (const path of changed) {
      const named = this.#pathOf(path)
      const value = valueOf(fields[path]!)
      if (!isSame(before.get(named), value)) {
        others.set(named, before.get(named))
        before.set(named, value)
      }
    }
    return others
  }

  #typed(path: string, before: unknown, mine: unknown): void {
    const known = this.#changes.get(path)
    const base = known ? known.base : before
    if ((known && isSame(mine, known.mine)) || !this.#options.isRecordable(path, this.#rows))
      return
    if (isSame(mine, base)) {
      this.#changes.delete(path)
    }
    else {
      this.#changes.set(path, {
        ...known ?? this.#newChange(path, base),
        mine,
        passed: [...known?.passed ?? [], fingerprint(mine)].slice(-maxPassed),
      })
    }
    this.#noteUnwritten(path)
  }

  #newChange(path: string, base: unknown): Omit<Change, 'mine' | 'passed'> {
    const around = rowsAround(path).map(id => ({ id, ...this.#rows.get(id) }))
    return { record: this.#options.record, path, around, base, isRows: this.#lists.has(path) }
  }

  #given(path: string): void {
    this.#editors.delete(path)
    if (this.#changes.delete(path))
      this.#noteUnwritten(path)
  }

  #confirm(): void {
    this.#readEditors()
    const isMade = this.#options.isNew && valueAt(this.#saved, 'id') !== undefined
    for (const [path, change] of this.#changes) {
      const stored = currentValue(change, this.#saved)
      if (isMade || isSame(stored, change.mine))
        this.#changes.delete(path)
      else
        this.#changes.set(path, { ...change, base: stored })
      this.#noteUnwritten(path)
    }
  }

  #readEditors(): void {
    for (const [path, read] of this.#editors) {
      const value = read()
      if (!this.#values.has(path) || isSame(value, this.#values.get(path)))
        this.#editors.delete(path)
      else
        this.#typed(path, this.#values.get(path), value)
    }
  }

  /** Whether the form's value is the text of an editor, and not one from the server. */
  #isFromEditor(path: string, value: unknown): boolean {
    const read = this.#editors.get(path)
    return read !== undefined && isSame(read(), value)
  }

  #noteUnwritten(path: string): void {
    this.#unwritten.add(path)
    this.#schedule()
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.flush(), delayMs)
  }

  /** Rebuilds all paths: they may change when rows are added, removed or moved. */
  #readRows(): void {
    this.#paths.clear()
    for (const [path, { rows }] of Object.entries(this.#fields)) {
      rows?.forEach(({ id, blockType }) => this.#rows.set(id, blockType ? { blockType } : {}))
      if (rows)
        this.#lists.add(this.#pathOf(path))
    }
    this.#values = new Map(Object.keys(this.#fields).map(path => [this.#pathOf(path), valueOf(this.#fields[path]!)]))
  }

  #pathOf(path: string): string {
    const known = this.#paths.get(path) ?? rowPath(path, this.#fields)
    this.#paths.set(path, known)
    return known
  }
}

function valueOf(field: FormField): unknown {
  return refsOf(field) ?? field.value
}

function refsOf(field: FormField | undefined): RowRef[] | undefined {
  return field?.rows?.map(rowRef)
}
