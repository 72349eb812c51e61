type Row = Record<string, unknown>

interface MatchedRow {
  before?: Row
  after?: Row
  /** Its number now, or the one that it had if it was removed. */
  number: number
  /** The number that it had, if it was moved. */
  movedFrom?: number
}

/**
 * Returns the rows of two lists, matched by their ids, in the order of the later list; removed rows stand where they
 * were. Of the rows that both have, as few as possible count as moved.
 */
export function matchRows(before: unknown, after: unknown): MatchedRow[] {
  const old = rowsOf(before)
  const now = rowsOf(after)
  const common = now.map(row => old.findIndex(({ id }) => id === row.id)).filter(index => index >= 0)
  // A save through the API may give all rows new ids.
  if (common.length === 0 && old.length === now.length)
    return now.map((row, index) => ({ before: old[index], after: row, number: index + 1 }))
  const steady = longestIncreasing(common)
  const rows = now.map((row, index): MatchedRow => {
    const place = old.findIndex(({ id }) => id === row.id)
    return {
      before: old[place],
      after: row,
      number: index + 1,
      movedFrom: place >= 0 && !steady.has(place) ? place + 1 : undefined,
    }
  })
  for (const [index, row] of old.entries()) {
    if (!now.some(({ id }) => id === row.id))
      rows.splice(placeOfRemoved(index, old, rows), 0, { before: row, number: index + 1 })
  }
  return rows
}

/** Returns the place behind the nearest row before the removed one that is still in the list. */
function placeOfRemoved(index: number, old: Row[], rows: MatchedRow[]): number {
  const previous = old.slice(0, index).toReversed().find(row => rows.some(({ before }) => before === row))
  return rows.findIndex(({ before }) => previous !== undefined && before === previous) + 1
}

function longestIncreasing(numbers: number[]): Set<number> {
  const best: number[][] = []
  for (const [index, number] of numbers.entries()) {
    const before = best.slice(0, index).filter(sequence => sequence.at(-1)! < number)
    best.push([...before.reduce<number[]>((one, other) => other.length > one.length ? other : one, []), number])
  }
  return new Set(best.reduce<number[]>((one, other) => other.length > one.length ? other : one, []))
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : []
}
