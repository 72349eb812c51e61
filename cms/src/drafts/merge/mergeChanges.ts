import type { DocumentChanges, RowChanges } from './DocumentChanges.ts'
import type { RowRef } from './RowRef.ts'
import { flatten } from './flatten.ts'
import { mergeRows } from './mergeRows.ts'
import { rowsAround, setValueAt, stepsOf, valueAt } from './rowPath.ts'
import { fingerprint, isSame } from './sameValue.ts'

export interface Merged {
  data: Document
  conflicts: Conflict[]
}

/** A change that was not made as the user wished, because another user had changed the same part. */
export type Conflict
  // Both users changed one field. The document holds the value of the other one.
  = | { kind: 'value', path: string, mine: unknown }
  // The user removed a row that the other one had changed. It stays.
    | { kind: 'kept', path: string }
  // The user changed a row that the other one had removed. It is back.
    | { kind: 'revived', path: string }

interface Versions {
  /** The document as it is stored. */
  current: Document
  /** The document as the user has it. */
  mine: Document
  changes: DocumentChanges
}

type Document = Record<string, unknown>

/** Returns the stored document with a user's changes, and those of them that another user's changes forbid. */
export function mergeChanges({ current, mine, changes }: Versions): Merged {
  const data = structuredClone(current)
  const conflicts: Conflict[] = [
    ...reviveRows(data, mine, changes),
    ...byDepth(changes.rows).flatMap(([path, rows]) => mergeList(data, mine, path, rows)),
  ]
  for (const [path, base] of Object.entries(changes.values)) {
    const [now, value] = [valueAt(data, path), valueAt(mine, path)]
    if (isSame(now, value))
      continue
    if (fingerprint(now) === base)
      setValueAt(data, path, value ?? null)
    else
      conflicts.push({ kind: 'value', path, mine: value ?? null })
  }
  return { data, conflicts }
}

function mergeList(data: Document, mine: Document, path: string, { base, removed }: RowChanges): Conflict[] {
  const now = rowsAt(data, path)
  const isChanged = ({ id }: RowRef) => fingerprint(valueAt(data, `${path}[${id}]`)) !== removed[id]
  const kept = now.filter(row => row.id in removed && isChanged(row))
  const own = rowsAt(mine, path)
  const putBackByBoth = own.filter(row => !has(base, row) && has(now, row))
  const { rows } = mergeRows({ base, mine: own, now, keep: new Set(kept.map(({ id }) => id)) })
  setValueAt(data, path, rows.map(({ id }) => now.find(row => row.id === id) ?? own.find(row => row.id === id)))
  return [
    ...kept.map(({ id }): Conflict => ({ kind: 'kept', path: `${path}[${id}]` })),
    ...putBackByBoth.flatMap(({ id }) => conflictsIn(`${path}[${id}]`, data, mine)),
  ]
}

/** Returns a conflict for each field of a row that is in both documents with another value. */
function conflictsIn(row: string, data: Document, mine: Document): Conflict[] {
  return [...flatten(mine).values]
    .filter(([path, value]) => path.startsWith(`${row}.`) && !isSame(value, valueAt(data, path)))
    .map(([path, value]) => ({ kind: 'value', path, mine: value }))
}

/** Puts rows back that the user has changed and another user has removed, each with everything in it. */
function reviveRows(data: Document, mine: Document, { values, rows }: DocumentChanges): Conflict[] {
  const revived = new Set<string>()
  for (const path of [...Object.keys(rows), ...Object.keys(values)]) {
    const missing = firstMissingRow(data, path)
    if (missing && valueAt(mine, missing) !== undefined) {
      addRow(data, mine, missing)
      revived.add(missing)
    }
  }
  return [...revived].map(path => ({ kind: 'revived', path }))
}

function addRow(data: Document, mine: Document, row: string): void {
  const path = row.slice(0, row.lastIndexOf('['))
  const [now, own] = [rowsAt(data, path), rowsAt(mine, path)]
  const index = own.findIndex(({ id }) => `${path}[${id}]` === row)
  const before = own.slice(0, index).findLast(({ id }) => now.some(other => other.id === id))
  setValueAt(data, path, now.toSpliced(now.findIndex(({ id }) => id === before?.id) + 1, 0, own[index]!))
}

/** Returns the path of the outermost row around a field that is not in the document. */
function firstMissingRow(data: Document, path: string): string | undefined {
  const ends = [...path.matchAll(/\]/g)].map(({ index }) => path.slice(0, index + 1))
  return rowsAround(path).length === 0 ? undefined : ends.find(row => valueAt(data, row) === undefined)
}

function byDepth(rows: DocumentChanges['rows']): [string, RowChanges][] {
  return Object.entries(rows).sort(([one], [other]) => stepsOf(one).length - stepsOf(other).length)
}

function has(rows: RowRef[], { id }: RowRef): boolean {
  return rows.some(row => row.id === id)
}

function rowsAt(data: Document, path: string): RowRef[] {
  const value = valueAt(data, path)
  return Array.isArray(value) ? value as RowRef[] : []
}
