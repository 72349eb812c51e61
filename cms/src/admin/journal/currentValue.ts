import type { RowRef } from '../../drafts/merge/RowRef.ts'
import type { Change } from './Change.ts'
import { valueAt } from '../../drafts/merge/rowPath.ts'

/** Returns the present value at the path of a change, in the same form as the change's own two values. */
export function currentValue({ path, isRows }: Pick<Change, 'isRows' | 'path'>, data: unknown): unknown {
  const value = valueAt(data, path)
  return isRows && Array.isArray(value) ? value.map(rowRef) : value
}

export function rowRef({ id, blockType }: RowRef): RowRef {
  return blockType ? { id, blockType } : { id }
}
