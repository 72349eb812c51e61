import type { DocumentChanges } from './DocumentChanges.ts'
import type { FlatDocument } from './flatten.ts'
import type { RowRef } from './RowRef.ts'
import { flatten } from './flatten.ts'
import { rowsAround, setValueAt, valueAt } from './rowPath.ts'
import { isSame } from './sameValue.ts'

interface States {
  /** The state that the form’s values derived from until now. */
  base: Document
  /** The state that the CMS has now. */
  incoming: Document
  /** The form’s values, with those of `incoming` that it has taken. */
  current: Document
  /** The save that led to `incoming`: the form’s values, its changes, and the fields whose values were set aside. */
  sent?: { data: Document, changes: Pick<DocumentChanges, 'rows' | 'values'>, held: string[] }
}

type Document = Record<string, unknown>

/**
 * Returns the state that a form’s values derive from, and whether it is `incoming` in every field. A field that the
 * form has not taken keeps its old base, so that its next save is compared with that.
 */
export function rebase({ base, incoming, current, sent }: States): { data: Document, isWhole: boolean } {
  const data = structuredClone(incoming)
  const [before, next, now, stored] = [base, incoming, current, sent?.data].map(flatten) as [
    FlatDocument,
    FlatDocument,
    FlatDocument,
    FlatDocument,
  ]
  const held = new Set(sent?.held)
  const isStored = (path: string) => sent !== undefined && path in sent.changes.values && !held.has(path)
  let isWhole = held.size === 0

  for (const path of new Set([...before.lists.keys(), ...next.lists.keys()])) {
    if (!hasPlace(incoming, path))
      continue
    const isIn = ({ lists }: FlatDocument, { id }: RowRef) => lists.get(path)?.some(row => row.id === id) === true
    const [rows, others] = [before.lists.get(path) ?? [], next.lists.get(path) ?? []]
    // The form still holds rows that another user has removed. (Rows that this save removed came back since.)
    const left = rows.filter(row => isIn(now, row) && !isIn(next, row) && (!sent || isIn(stored, row)))
    // The user has removed rows, perhaps before they saw what another user changed in them.
    const removed = rows.filter(row => !isIn(now, row) && isIn(next, row))
    // Rows that another user added: those that the form has not taken, and those that it holds with another content,
    // because both users have put them back.
    const added = others.filter(row => !isIn(before, row) && !isIn(stored, row))
    const untaken = added.filter(({ id }) => {
      const [row, other] = [current, incoming].map(data => valueAt(data, `${path}[${id}]`))
      return !isSame(row, other)
    })
    const kept = [...left, ...removed].map(({ id }) => valueAt(base, `${path}[${id}]`) as RowRef)
    if (untaken.length > 0 || kept.some(row => !isSame(row, valueAt(incoming, `${path}[${row.id}]`)))) {
      setValueAt(
        data,
        path,
        withRows(valueAt(data, path), kept).filter(({ id }) => untaken.every(row => row.id !== id)),
      )
      isWhole = false
    }
  }
  for (const [path, value] of now.values) {
    const to = next.values.get(path)
    if (next.lists.has(path) || !hasPlace(incoming, path))
      continue
    // In a row that both users have put back, a value that was set aside is no change from then on.
    const from = hasPlace(base, path) ? before.values.get(path) : held.has(path) ? stored.values.get(path) : to
    const isTaken = isSame(value, to) || isStored(path) || isSame(from, to)
    if (!isTaken || held.has(path)) {
      setValueAt(data, path, from)
      isWhole = false
    }
  }
  return { data, isWhole }
}

function hasPlace(data: Document, path: string): boolean {
  return rowsAround(path).length === 0 || valueAt(data, path.slice(0, path.lastIndexOf(']') + 1)) !== undefined
}

/** Returns a list with these rows in place of those of the same ids, or at its end. */
function withRows(list: unknown, rows: RowRef[]): RowRef[] {
  const others = Array.isArray(list) ? list as RowRef[] : []
  return [
    ...others.map(row => rows.find(({ id }) => id === row.id) ?? row),
    ...rows.filter(({ id }) => !others.some(row => row.id === id)),
  ]
}
