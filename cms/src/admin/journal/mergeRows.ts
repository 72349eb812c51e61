import type { RowRef } from './Change.ts'

export interface MergedRows {
  rows: RowRef[]
  added: RowRef[]
  removed: string[]
  isReordered: boolean
}

interface Versions {
  base: RowRef[]
  mine: RowRef[]
  now: RowRef[]
  /** Rows that stay although the person had removed them. */
  keep?: Set<string>
}

/**
 * Returns the rows that are there now with what a person did to those of `base`: theirs are added behind the row that
 * they stood behind, or at the beginning; those that they removed go. Their order counts unless it has changed since.
 */
export function mergeRows({ base, mine, now, keep = new Set() }: Versions): MergedRows {
  const removed = now.filter(row => has(base, row) && !has(mine, row) && !keep.has(row.id)).map(({ id }) => id)
  const stay = now.filter(({ id }) => !removed.includes(id))
  const mineOfThose = mine.filter(row => has(stay, row))
  const isReordered = isSameOrder(common(base, stay), common(stay, base)) && !isSameOrder(common(mineOfThose, base), common(base, mineOfThose))
  const rows = isReordered ? reorder(stay, mineOfThose) : stay
  const added = mine.filter(row => !has(base, row) && !has(now, row))
  for (const row of added) {
    const before = mine.slice(0, mine.indexOf(row)).findLast(other => has(rows, other))
    rows.splice(before ? rows.findIndex(({ id }) => id === before.id) + 1 : 0, 0, row)
  }
  return { rows, added, removed, isReordered }
}

/** The rows in another order; those that it does not name stay where they are. */
function reorder(rows: RowRef[], order: RowRef[]): RowRef[] {
  const left = [...order]
  return rows.map(row => has(order, row) ? left.shift()! : row)
}

function common(rows: RowRef[], others: RowRef[]): RowRef[] {
  return rows.filter(row => has(others, row))
}

function has(rows: RowRef[], { id }: RowRef): boolean {
  return rows.some(row => row.id === id)
}

function isSameOrder(one: RowRef[], other: RowRef[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]!.id)
}
