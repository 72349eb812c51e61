import type { FlattenedField } from 'payload'
import type { Data, Row, RowList } from './rowLists.ts'
import { isDeepStrictEqual } from 'node:util'
import { fieldsOf, isEmpty, writable } from './rowLists.ts'

/** Where a document is not what it should be. The ids that new rows have got are put down in `wanted`. */
export function differences(wanted: Data, found: Data, fields: FlattenedField[], path = ''): string[] {
  return writable(fields).flatMap((field) => {
    const one = wanted[field.name]
    const other = found[field.name]
    const here = `${path}${field.name}`
    if (field.type === 'group' || field.type === 'tab')
      return differences((one ?? {}) as Data, (other ?? {}) as Data, field.flattenedFields, `${here}.`)
    if (field.type === 'array' || field.type === 'blocks')
      return rowDifferences((one ?? []) as Row[], (other ?? []) as Row[], field, here)
    return isSame(one, other) ? [] : [`${here} is ${JSON.stringify(other)}, not ${JSON.stringify(one)}`]
  })
}

function rowDifferences(wanted: Row[], found: Row[], field: RowList['field'], path: string): string[] {
  if (wanted.length !== found.length)
    return [`${path} has ${found.length} rows, not ${wanted.length}`]
  return wanted.flatMap((row, index) => {
    const other = found[index]!
    row.id ??= other.id
    if (row.id !== other.id || row.blockType !== other.blockType)
      return [`${path}.${index} is ${other.blockType} ${other.id}, not ${row.blockType} ${row.id}`]
    return differences(row, other, fieldsOf(field, row), `${path}.${index}.`)
  })
}

function isSame(one: unknown, other: unknown): boolean {
  return (isEmpty(one) && isEmpty(other)) || isDeepStrictEqual(one, other)
}
