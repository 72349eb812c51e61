import type { CollectionBeforeOperationHook, FlattenedField, Where } from 'payload'
import { APIError } from 'payload'
import { hasRole } from '../../access.ts'

/**
 * Refuses filters and sorting by the fields of another document, except its id, for users who may not read every draft.
 * A filter such as `where[sections.cards.title][like]=…` on published posts would reveal an unpublished card letter by
 * letter. Only administrators may filter by the fields of a user.
 */
export const forbidRelationQueries: CollectionBeforeOperationHook = ({ args, collection, overrideAccess, req }) => {
  if (overrideAccess || hasRole(req, 'admin'))
    return
  const { where, sort } = args as { where?: Where, sort?: string | string[] }
  const paths = [...wherePaths(where), ...[sort ?? []].flat().map(path => path.replace(/^-/, ''))]
  for (const path of paths) {
    const segments = segmentsOf(path)
    // An editor may read every document, but not every field of their owners.
    if (hasRole(req, 'editor') ? looksIntoPeople(segments) : leavesDocument(segments, collection.flattenedFields))
      throw new APIError(`“${path}” looks into another document. Filter by its id instead.`, 400, null, true)
  }
}

/** Yields the paths that a filter names. Paths inside an operand belong to the operator's field. */
function* wherePaths(where: unknown): Generator<string> {
  for (const [key, value] of entries(where)) {
    if (/^(?:and|or)$/i.test(key)) {
      for (const [, part] of entries(value))
        yield* wherePaths(part)
      continue
    }
    yield key
    for (const [, operand] of entries(value)) {
      for (const part of [operand].flat()) {
        for (const path of wherePaths(part))
          yield `${key}.${path}`
      }
    }
  }
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/**
 * Returns the segments of a path. Payload also reads `a__b` as `a.b`, and the fields of a version stand under
 * `version`.
 */
function segmentsOf(path: string): string[] {
  return path.replaceAll('__', '.').replace(/^version\./, '').split('.')
}

function looksIntoPeople(segments: string[]): boolean {
  const owner = segments.indexOf('owner')
  return owner !== -1 && segments.length > owner + 1 && segments[owner + 1] !== 'id'
}

function leavesDocument(segments: string[], fields: FlattenedField[]): boolean {
  const [name, ...rest] = segments
  // The document of a version.
  if (name === 'parent')
    return rest.length > 0
  return fields.filter(field => field.name === name).some((field) => {
    if (field.type === 'relationship' || field.type === 'upload')
      return rest.length > 0 && rest.join('.') !== 'id'
    if ('flattenedFields' in field)
      return leavesDocument(rest, field.flattenedFields)
    // A path into blocks may name the kind or not. Only editors need such paths.
    return field.type === 'blocks' || field.type === 'richText'
  })
}
