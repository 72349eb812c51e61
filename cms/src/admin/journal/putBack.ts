import type { RowRef } from '../../drafts/merge/RowRef.ts'
import type { Change } from './Change.ts'
import type { Difference } from './differencesOf.ts'
import { mergeRows } from '../../drafts/merge/mergeRows.ts'
import { setValueAt, stepsOf, valueAt } from '../../drafts/merge/rowPath.ts'

interface PutBack {
  changes: Change[]
  differences: Difference[]
  /** The values that the form holds now. */
  data: Record<string, unknown>
  /** The keys of the differences where the user chose the value in the form. */
  keepNow: Set<string>
}

/**
 * Returns the data of a form with a user's text restored, and the changes that have no place because their rows no
 * longer exist.
 */
export function putBack(
  { changes, differences, data, keepNow }: PutBack,
): { data: Record<string, unknown>, lost: Change[] } {
  const restored = structuredClone(data)
  const lost = new Set(differences.filter(({ kind }) => kind === 'lost').map(({ key }) => key))
  const keptRows = [...keepNow].filter(key => key.endsWith(']'))
  const keep = new Set(keptRows.map(lastRow))
  // Outer rows come first: the inner rows of an added row need it.
  const byDepth = changes.filter(({ isRows }) => isRows).sort((one, other) =>
    stepsOf(one.path).length - stepsOf(other.path).length,
  )
  for (const { path, base, mine } of byDepth) {
    const now = rowsOf(valueAt(restored, path))
    const { rows } = mergeRows({ base: rowsOf(base), mine: rowsOf(mine), now, keep })
    setValueAt(restored, path, rows.map(row => now.find(({ id }) => id === row.id) ?? { ...row }))
  }
  for (const { path, mine, isRows } of changes) {
    const isAway = mine === undefined && valueAt(restored, path) === undefined
    if (!isRows && !isAway && !lost.has(path) && !keepNow.has(path) && !keptRows.some(key => path.startsWith(key)))
      setValueAt(restored, path, mine ?? null)
  }
  return { data: restored, lost: changes.filter(({ path }) => lost.has(path)) }
}

function lastRow(key: string): string {
  return key.slice(key.lastIndexOf('[') + 1, -1)
}

function rowsOf(value: unknown): RowRef[] {
  return Array.isArray(value) ? value as RowRef[] : []
}
