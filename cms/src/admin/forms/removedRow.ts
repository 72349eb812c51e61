import type { FormState, Row } from 'payload'
import { rowPath } from '../../drafts/merge/rowPath.ts'

/** A row that a user removed, with all its fields. */
export interface RemovedRow {
  /** The list that it was in, by the ids of the rows around it: rows move. */
  list: string
  /** The path that the row had. */
  path: string
  index: number
  row: Row
  /** The id of the row before it. */
  previous: string | undefined
  /** The fields, by their paths below the row. */
  fields: FormState
}

/** The instructions for putting a row back into a form. */
export interface Restoration {
  path: string
  index: number
  /** The field that holds the list. */
  field: FormState[string]
}

/** Returns the one row that a list lost between two states of a form. */
export function findRemovedRow(before: FormState, after: FormState): RemovedRow | undefined {
  const listsAfter = listsIn(after)
  for (const [list, { path, rows }] of listsIn(before)) {
    const left = listsAfter.get(list)?.rows
    const gone = rows.filter(({ id }) => !left?.some(row => row.id === id))
    if (!left || gone.length !== 1 || left.length !== rows.length - 1)
      continue
    const index = rows.indexOf(gone[0]!)
    return {
      list,
      path,
      index,
      row: gone[0]!,
      previous: rows[index - 1]?.id,
      fields: fieldsUnder(`${path}.${index}.`, before),
    }
  }
  return undefined
}

/** Returns the position for the row now, or undefined if its parent no longer exists. */
export function restorationOf({ list, index, row, previous }: RemovedRow, state: FormState): Restoration | undefined {
  const found = listsIn(state).get(list)
  if (!found)
    return undefined
  const after = found.rows.findIndex(({ id }) => id === previous)
  const place = previous === undefined ? 0 : after === -1 ? Math.min(index, found.rows.length) : after + 1
  const rows = [...found.rows.slice(0, place), { ...row, isLoading: false }, ...found.rows.slice(place)]
  return {
    path: found.path,
    index: place,
    field: { ...state[found.path], disableFormData: true, rows, value: rows.length },
  }
}

/** Returns the lists of rows by their location: `sections`, `sections[<id of the section>].questions`. */
function listsIn(state: FormState): Map<string, { path: string, rows: Row[] }> {
  const lists = new Map<string, { path: string, rows: Row[] }>()
  for (const [path, { rows }] of Object.entries(state)) {
    if (rows)
      lists.set(rowPath(path, state), { path, rows })
  }
  return lists
}

function fieldsUnder(prefix: string, state: FormState): FormState {
  return Object.fromEntries(
    Object.entries(state)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, field]) => [path.slice(prefix.length), { ...field }]),
  )
}
