import type { Change, RowRef } from './Change.ts'
import type { FoundField, Schema } from './fieldAt.ts'
import type { Reference } from './referencesIn.ts'
import { countNewWords } from './compareWords.ts'
import { currentValue } from './currentValue.ts'
import { fieldAt } from './fieldAt.ts'
import { mergeRows } from './mergeRows.ts'
import { isReference, referencesIn } from './referencesIn.ts'
import { valueAt } from './rowPath.ts'
import { fingerprint, isSame } from './sameValue.ts'
import { isWriting, textOf } from './textOf.ts'

/** One thing that putting a person's words back would do to a document, or cannot do. */
export interface Difference {
  kind: 'addedRow' | 'lost' | 'movedRows' | 'removedRow' | 'value'
  /** The path of the field or of the list of rows, with the row behind it if it is about one. */
  key: string
  /** What it is called in the form: “Sections › 03 Text › Heading”. */
  label: string
  /** The words that are in the form now, and those that the person had. */
  now: string
  mine: string
  newWords: number
  /** The documents that the field refers to, now and as the person had chosen them. */
  references?: { now: Reference[], mine: Reference[] }
  /** Whether the document has changed here since: somebody has to choose. */
  isConflict: boolean
}

/**
 * Returns how the words of a record differ from the data that the form holds now. A difference of kind `lost` cannot be
 * put back, because its row is gone: its words can be copied.
 */
export function differencesOf(unordered: Change[], data: Record<string, unknown>, schema: Schema): Difference[] {
  const inForm = (one: string, other: string) => compareOrder(fieldAt(one, schema)?.order, fieldAt(other, schema)?.order)
  const changes = unordered.toSorted((one, other) => inForm(one.path, other.path))
  const rows = changes.filter(({ isRows }) => isRows).flatMap(change => rowDifferences(change, changes, data, schema))
  const isOfWholeRow = (path: string) => rows.some(({ kind, key }) => (kind === 'addedRow' || kind === 'removedRow') && path.startsWith(key))
  const values = changes.filter(({ isRows, path }) => !isRows && !isOfWholeRow(path)).flatMap(change => valueDifference(change, data, schema))
  return [...rows, ...values].toSorted((one, other) => inForm(one.key, other.key))
}

/** Whether data have all that a person had typed. */
export function hasAll(changes: Change[], data: Record<string, unknown>): boolean {
  return changes.every(change => isSame(currentValue(change, data), change.mine))
}

/** Whether a field has another value than the server last had, and than the form itself may have brought there. */
function isChangedSince({ base, mine, passed }: Change, now: unknown): boolean {
  return !isSame(now, base) && !isSame(now, mine) && !passed.includes(fingerprint(now))
}

function rowDifferences(change: Change, changes: Change[], data: Record<string, unknown>, schema: Schema): Difference[] {
  const { path } = change
  const label = labelOf(path, schema)
  // The rows around it are gone, or are added with all that is in them.
  if (!hasPlace(path, data))
    return []
  const { added, removed, isReordered } = mergeRows({ base: rowRefs(change.base), mine: rowRefs(change.mine), now: rowRefs(valueAt(data, path)) })
  return [
    ...added.map(({ id }): Difference => {
      const key = `${path}[${id}]`
      const inside = changes.filter(change => !change.isRows && change.path.startsWith(key))
      const mine = inside.map(({ path, mine }) => writingOf(mine, fieldAt(path, schema))).filter(Boolean).join('\n')
      return { kind: 'addedRow', key, label: labelOf(key, schema), now: '', mine, newWords: countNewWords('', mine), isConflict: false }
    }),
    ...removed.map((id): Difference => {
      const key = `${path}[${id}]`
      const inside = changes.filter(change => !change.isRows && change.path.startsWith(key))
      const now = inside.map(({ path }) => writingOf(valueAt(data, path), fieldAt(path, schema))).filter(Boolean).join('\n')
      return { kind: 'removedRow', key, label: labelOf(key, schema), now, mine: '', newWords: 0, isConflict: inside.some(change => isChangedSince(change, valueAt(data, change.path))) }
    }),
    ...isReordered ? [{ kind: 'movedRows', key: path, label, now: '', mine: '', newWords: 0, isConflict: false } satisfies Difference] : [],
  ]
}

function valueDifference(change: Change, data: Record<string, unknown>, schema: Schema): Difference[] {
  const { path } = change
  const found = fieldAt(path, schema)
  const isLost = !hasPlace(path, data)
  const value = isLost ? undefined : valueAt(data, path)
  // Without its row, a value that was taken away is away.
  if (!found || isSame(value, change.mine) || (isLost && change.mine === undefined))
    return []
  const now = textOf(value, found.field)
  const mine = textOf(change.mine, found.field)
  return [{
    kind: isLost ? 'lost' : 'value',
    key: path,
    label: labelOf(path, schema),
    now,
    mine,
    newWords: isWriting(found.field) ? countNewWords(now, mine) : 0,
    references: isReference(found.field) ? { now: referencesIn(value, found.field), mine: referencesIn(change.mine, found.field) } : undefined,
    isConflict: !isLost && isChangedSince(change, value),
  }]
}

/** Whether all rows around a field are there. */
function hasPlace(path: string, data: Record<string, unknown>): boolean {
  const row = path.lastIndexOf(']')
  return row === -1 || valueAt(data, path.slice(0, row + 1)) !== undefined
}

function writingOf(value: unknown, found: FoundField | undefined): string {
  return found && isWriting(found.field) ? textOf(value, found.field) : ''
}

function labelOf(path: string, schema: Schema): string {
  return fieldAt(path, schema)?.labels.join(' › ') ?? path
}

function compareOrder(one: number[] = [], other: number[] = []): number {
  const index = one.findIndex((position, index) => position !== other[index])
  return index === -1 ? one.length - other.length : one[index]! - (other[index] ?? -1)
}

function rowRefs(value: unknown): RowRef[] {
  return Array.isArray(value) ? value as RowRef[] : []
}
