import type { RowRef } from './RowRef.ts'

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
  /** Rows that stay although the user had removed them. */
  keep?: Set<string>
}

/**
 * Returns the present rows with the user's changes to `base`. A row that the user added follows the row that it had
 * followed, or comes first; a row that they removed goes. The user's order counts unless the order has changed since.
 */
export function mergeRows({ base, mine, now, keep = new Set() }: Versions): MergedRows {
  const removed = now.filter(row => has(base, row) && !has(mine, row) && !keep.has(row.id)).map(({ id }) => id)
  const stay = now.filter(({ id }) => !removed.includes(id))
  const mineOfThose = mine.filter(row => has(stay, row))
  const isReordered = isSameOrder(common(base, stay), common(stay, base))
    && !isSameOrder(common(mineOfThose, base), common(base, mineOfThose))
  const rows = isReordered ? reorder(stay, mineOfThose) : stay
  const added = mine.filter(row => !has(base, row) && !has(now, row))
  for (const row of added) {
    const before = mine.slice(0, mine.indexOf(row)).findLast(other => has(rows, other))
    rows.splice(before ? rows.findIndex(({ id }) => id === before.id) + 1 : 0, 0, row)
  }
  return { rows, added, removed, isReordered }
}

/** Returns the rows in another order. Rows that the order does not name keep their position. */
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
