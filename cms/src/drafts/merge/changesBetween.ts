import type { DocumentChanges, RowChanges } from './DocumentChanges.ts'
import type { RowRef } from './RowRef.ts'
import { flatten } from './flatten.ts'
import { rowsAround, valueAt } from './rowPath.ts'
import { fingerprint, isSame } from './sameValue.ts'

/**
 * Returns the changes that lead from one state of a document to another. The fields of added and removed rows are not
 * listed one by one.
 */
export function changesBetween(base: unknown, mine: unknown): Omit<DocumentChanges, 'revision'> {
  const [before, after] = [flatten(base), flatten(mine)]
  const rows: Record<string, RowChanges> = {}
  for (const path of union(before.lists, after.lists)) {
    const [from, to] = [before.lists.get(path) ?? [], after.lists.get(path) ?? []]
    if (isInBoth(path) && !isSame(from, to)) {
      const removed = from.filter(row => !has(to, row))
      rows[path] = {
        base: from,
        removed: Object.fromEntries(removed.map(({ id }) => [id, fingerprint(valueAt(base, `${path}[${id}]`))])),
      }
    }
  }
  const values: Record<string, number> = {}
  for (const path of union(before.values, after.values)) {
    const isList = before.lists.has(path) || after.lists.has(path)
    const from = before.values.get(path)
    if (!isList && isInBoth(path) && !isSame(from, after.values.get(path)))
      values[path] = fingerprint(from)
  }
  return { values, rows }

  /** Whether all rows around a field are in both states. */
  function isInBoth(path: string): boolean {
    return rowsAround(path).length === 0
      || [base, mine].every(data => valueAt(data, path.slice(0, path.lastIndexOf(']') + 1)) !== undefined)
  }
}

function union(one: Map<string, unknown>, other: Map<string, unknown>): Set<string> {
  return new Set([...one.keys(), ...other.keys()])
}

function has(rows: RowRef[], { id }: RowRef): boolean {
  return rows.some(row => row.id === id)
}
