import type { RowRef } from '../../drafts/merge/RowRef.ts'
import type { Change } from './Change.ts'
import type { FoundField, Schema } from './fieldAt.ts'
import type { Reference } from './referencesIn.ts'
import { mergeRows } from '../../drafts/merge/mergeRows.ts'
import { valueAt } from '../../drafts/merge/rowPath.ts'
import { fingerprint, isSame } from '../../drafts/merge/sameValue.ts'
import { countNewWords } from './compareWords.ts'
import { currentValue } from './currentValue.ts'
import { fieldAt } from './fieldAt.ts'
import { isReference, referencesIn } from './referencesIn.ts'
import { isWriting, textOf } from './textOf.ts'

/** One effect that restoring a user's text would have on a document, or cannot have. */
export interface Difference {
  kind: 'addedRow' | 'lost' | 'movedRows' | 'removedRow' | 'value'
  /** The path of the field or of the list of rows, with the row behind it if it is about one. */
  key: string
  /** The name of the field in the form: “Sections › 03 Text › Heading”. */
  label: string
  /** The text that the form holds now, and the user's own. */
  now: string
  mine: string
  newWords: number
  /** The documents that the field refers to now, and those that the user had chosen. */
  references?: { now: Reference[], mine: Reference[] }
  /** Whether the document has changed here since, so that the user must choose. */
  isConflict: boolean
}

/**
 * Returns the differences between a record and the data that the form holds now. A difference of kind `lost` cannot be
 * restored because its row no longer exists, but the user can copy its text.
 */
export function differencesOf(unordered: Change[], data: Record<string, unknown>, schema: Schema): Difference[] {
  const inForm = (one: string, other: string) =>
    compareOrder(fieldAt(one, schema)?.order, fieldAt(other, schema)?.order)
  const changes = unordered.toSorted((one, other) => inForm(one.path, other.path))
  const rows = changes.filter(({ isRows }) => isRows).flatMap(change => rowDifferences(change, changes, data, schema))
  const isOfWholeRow = (path: string) =>
    rows.some(({ kind, key }) => (kind === 'addedRow' || kind === 'removedRow') && path.startsWith(key))
  const values = changes.filter(({ isRows, path }) => !isRows && !isOfWholeRow(path)).flatMap(change =>
    valueDifference(change, data, schema),
  )
  return [...rows, ...values].toSorted((one, other) => inForm(one.key, other.key))
}

/** Whether data hold everything that a user had typed. */
export function hasAll(changes: Change[], data: Record<string, unknown>): boolean {
  return changes.every(change => isSame(currentValue(change, data), change.mine))
}

/** Whether a field differs from the server's last value and from every value that this form may have sent. */
function isChangedSince({ base, mine, passed }: Change, now: unknown): boolean {
  return !isSame(now, base) && !isSame(now, mine) && !passed.includes(fingerprint(now))
}

function rowDifferences(
  change: Change,
  changes: Change[],
  data: Record<string, unknown>,
  schema: Schema,
): Difference[] {
  const { path } = change
  const label = labelOf(path, schema)
  // The rows around it no longer exist, or the journal adds them with everything in them.
  if (!hasPlace(path, data))
    return []
  const { added, removed, isReordered } = mergeRows({
    base: rowRefs(change.base),
    mine: rowRefs(change.mine),
    now: rowRefs(valueAt(data, path)),
  })
  return [
    ...added.map(({ id }): Difference => {
      const key = `${path}[${id}]`
      const inside = changes.filter(change => !change.isRows && change.path.startsWith(key))
      const mine = inside.map(({ path, mine }) => writingOf(mine, fieldAt(path, schema))).filter(Boolean).join('\n')
      return {
        kind: 'addedRow',
        key,
        label: labelOf(key, schema),
        now: '',
        mine,
        newWords: countNewWords('', mine),
        isConflict: false,
      }
    }),
    ...removed.map((id): Difference => {
      const key = `${path}[${id}]`
      const inside = changes.filter(change => !change.isRows && change.path.startsWith(key))
      const now = inside.map(({ path }) => writingOf(valueAt(data, path), fieldAt(path, schema))).filter(Boolean).join(
        '\n',
      )
      return {
        kind: 'removedRow',
        key,
        label: labelOf(key, schema),
        now,
        mine: '',
        newWords: 0,
        isConflict: inside.some(change => isChangedSince(change, valueAt(data, change.path))),
      }
    }),
    ...isReordered
      ? [
        { kind: 'movedRows', key: path, label, now: '', mine: '', newWords: 0, isConflict: false } satisfies Difference,
        ]
      : [],
  ]
}

function valueDifference(change: Change, data: Record<string, unknown>, schema: Schema): Difference[] {
  const { path } = change
  const found = fieldAt(path, schema)
  const isLost = !hasPlace(path, data)
  const value = isLost ? undefined : valueAt(data, path)
  // The user had emptied this value, and its row no longer exists.
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
    references: isReference(found.field)
      ? { now: referencesIn(value, found.field), mine: referencesIn(change.mine, found.field) }
      : undefined,
    isConflict: !isLost && isChangedSince(change, value),
  }]
}

/** Whether all rows around a field exist. */
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
