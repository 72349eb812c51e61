import type { FlattenedField } from 'payload'
import type { Data, Row } from './rowLists.ts'
import { isDeepStrictEqual } from 'node:util'
import { fieldsOf, isEmpty, writable } from './rowLists.ts'

/** How a client writes down what it wants to be stored. */
export const STYLES = [
  'every field',
  'every field, null where it is empty',
  'no empty fields',
  'only what has changed',
] as const

export type Style = typeof STYLES[number]

/** What a client sends for a document to become `wanted`; `stored` is the document as the client last read it. */
export function changesOf(wanted: Data, stored: Data, fields: FlattenedField[], style: Style): Data {
  const changes: Data = {
    ...(wanted.id !== undefined && { id: wanted.id }),
    ...(wanted.blockType !== undefined && { blockType: wanted.blockType }),
  }
  for (const field of writable(fields)) {
    const value = wanted[field.name]
    const before = stored[field.name]
    if (mayBeLeftOut(field, value, before, stored, style))
      continue
    if (isEmpty(value)) {
      changes[field.name] = style === 'every field' ? value : null
    }
    else if (field.type === 'group' || field.type === 'tab') {
      changes[field.name] = changesOf(value as Data, (before ?? {}) as Data, field.flattenedFields, style)
    }
    else if (field.type === 'array' || field.type === 'blocks') {
      changes[field.name] = (value as Row[]).map(row =>
        changesOf(row, knownAs(row.id, before), fieldsOf(field, row), style),
      )
    }
    else {
      changes[field.name] = value
    }
  }
  return changes
}

/** A row that is sent with its id keeps what it does not mention; a new one gets the defaults. */
function mayBeLeftOut(field: FlattenedField, value: unknown, before: unknown, stored: Data, style: Style): boolean {
  const isDefault = stored.id === undefined && 'defaultValue' in field && field.defaultValue !== undefined
  switch (style) {
    case 'no empty fields':
      return isEmpty(value) && isEmpty(before) && !isDefault
    case 'only what has changed':
      return (isEmpty(value) ? isEmpty(before) : isDeepStrictEqual(value, before)) && !isDefault
    default:
      return false
  }
}

function knownAs(id: string | undefined, rows: unknown): Data {
  return (Array.isArray(rows) && id !== undefined && (rows as Row[]).find(row => row.id === id)) || {}
}
