import type { RowRef } from '../../drafts/merge/RowRef.ts'
import type { Change } from './Change.ts'
import type { Schema } from './fieldAt.ts'

/** Returns the rows in the data of a document, and those that a user's changes added, by their ids. */
export function rowsIn(data: unknown, changes: Change[] = []): Schema['rows'] {
  const lists = [
    ...changes.filter(({ isRows }) => isRows).flatMap(({ base, mine }) => [base, mine] as RowRef[][]),
    ...listsIn(data),
  ]
  return new Map([
    // Rows that no longer exist have no number.
    ...changes.flatMap(({ around }) => around.map(({ id, blockType }): Numbered => [id, { blockType }])),
    ...lists.flatMap(rows =>
      (rows ?? []).map(({ id, blockType }, index): Numbered => [id, { blockType, number: index + 1 }]),
    ),
  ])
}

type Numbered = [id: string, row: { blockType?: string, number?: number }]

function* listsIn(data: unknown): Generator<RowRef[]> {
  if (typeof data !== 'object' || data === null)
    return
  if (Array.isArray(data) && data.every(isRow))
    yield data
  for (const part of Object.values(data))
    yield* listsIn(part)
}

function isRow(part: unknown): part is RowRef {
  return typeof part === 'object' && part !== null && 'id' in part && typeof part.id === 'string'
}
