import type { CollectionBeforeValidateHook } from 'payload'
import type { Cells } from '@masthead/shared/cells'

/** A column that is taken out takes its values along; any other value without a column is a mistake, and told as one. */
export const dropCellsOfRemovedColumns: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  if (!data?.columns || !data.rows)
    return data
  const keys = new Set(keysOf(data.columns))
  const removed = keysOf(originalDoc?.columns).filter(key => !keys.has(key))
  return {
    ...data,
    rows: (data.rows as { cells?: Cells }[]).map(row => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells ?? {}).filter(([key]) => !removed.includes(key))),
    })),
  }
}

function keysOf(columns: { key?: string | null }[] | null | undefined): string[] {
  return (columns ?? []).flatMap(column => column.key ?? [])
}
