import type { FormState } from 'payload'

/**
 * Returns the cells that a table lost with a column, to restore them with it. The CMS drops them when it saves the
 * table without the column.
 */
export function cellsOfColumn(key: string, before: FormState, now: FormState): FormState {
  const lost: FormState = {}
  for (const [index, { id }] of (now.rows?.rows ?? []).entries()) {
    const path = `rows.${index}.cells`
    const former = before.rows?.rows?.findIndex(row => row.id === id) ?? -1
    const cell = cellsAt(before, `rows.${former}.cells`)[key]
    const cells = cellsAt(now, path)
    if (cell !== undefined && cells[key] === undefined)
      lost[path] = { ...now[path], value: { ...cells, [key]: cell } }
  }
  return lost
}

function cellsAt(state: FormState, path: string): Record<string, unknown> {
  return (state[path]?.value ?? {}) as Record<string, unknown>
}
