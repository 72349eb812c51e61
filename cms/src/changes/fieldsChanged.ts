import type { FlattenedField } from 'payload'
import type { Row } from './PublicState.ts'
import { isDeepStrictEqual } from 'node:util'
import { VERSION_FIELD_NAMES } from '../drafts/versions/versionFields.ts'

/**
 * Returns the names of the top-level fields whose value differs between two stored rows of a document or global. The
 * rows come from one database, so equal values have one form. A doubtful case counts as a change.
 *
 * Hidden fields do not count, because the API never returns them, nor those that describe the version. Nor do the ids
 * of rows in arrays and blocks: no page shows them, and a save through the API may renew them all.
 */
export function fieldsChanged(before: Row, after: Row, fields: FlattenedField[]): string[] {
  return fields
    .filter(field =>
      !('hidden' in field && field.hidden)
      && !VERSION_FIELD_NAMES.has(field.name)
      && !isDeepStrictEqual(comparable(before[field.name], field), comparable(after[field.name], field)),
    )
    .map(({ name }) => name)
}

/** Returns a value without row ids. Null equals a missing value, because readers see no difference. */
function comparable(value: unknown, field: FlattenedField): unknown {
  switch (field.type) {
    case 'group':
    case 'tab':
      return valuesOf(value as Row | null | undefined, field.flattenedFields)
    case 'array':
      return rowsOf(value).map(row => valuesOf(row, field.flattenedFields))
    case 'blocks':
      return rowsOf(value).map(
        row => [
          row.blockType,
          valuesOf(row, field.blocks.find(({ slug }) => slug === row.blockType)?.flattenedFields ?? []),
        ],
      )
    default:
      return value ?? null
  }
}

function valuesOf(row: Row | null | undefined, fields: FlattenedField[]): Row {
  return Object.fromEntries(
    fields.filter(({ name }) => name !== 'id').map(field => [field.name, comparable(row?.[field.name], field)]),
  )
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value as Row[] : []
}
