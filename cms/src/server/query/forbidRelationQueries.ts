import type { CollectionBeforeOperationHook, FlattenedField, Where } from 'payload'
import { APIError } from 'payload'
import { hasRole } from '../../access.ts'

/**
 * A filter such as `where[sections.cards.title][like]=…` on published posts would tell what stands in a card that
 * was never published, letter by letter: whoever may not read every draft may not filter or sort by what is inside
 * another document, only by its id; nor may anybody but an administrator by what is inside a person’s account.
 */
export const forbidRelationQueries: CollectionBeforeOperationHook = ({ args, collection, overrideAccess, req }) => {
  if (overrideAccess || hasRole(req, 'admin'))
    return
  const { where, sort } = args as { where?: Where, sort?: string | string[] }
  const paths = [...wherePaths(where), ...[sort ?? []].flat().map(path => path.replace(/^-/, ''))]
  for (const path of paths) {
    const segments = segmentsOf(path)
    // An editor may read every document, but not all about the people who own them.
    if (hasRole(req, 'editor') ? looksIntoPeople(segments) : leavesDocument(segments, collection.flattenedFields))
      throw new APIError(`“${path}” looks into another document. Filter by its id instead.`, 400, null, true)
  }
}

/** The paths that a filter names; what stands in the operand of an operator is about the field it is put to. */
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

/** Payload also reads `a__b` as `a.b`, and the fields of a version stand under `version`. */
function segmentsOf(path: string): string[] {
  return path.replaceAll('__', '.').replace(/^version\./, '').split('.')
}

function looksIntoPeople(segments: string[]): boolean {
  const owner = segments.indexOf('owner')
  return owner !== -1 && segments.length > owner + 1 && segments[owner + 1] !== 'id'
}

function leavesDocument(segments: string[], fields: FlattenedField[]): boolean {
  const [name, ...rest] = segments
  // What a version is of.
  if (name === 'parent')
    return rest.length > 0
  return fields.filter(field => field.name === name).some((field) => {
    if (field.type === 'relationship' || field.type === 'upload')
      return rest.length > 0 && rest.join('.') !== 'id'
    if ('flattenedFields' in field)
      return leavesDocument(rest, field.flattenedFields)
    // A path into blocks may name the kind or not: nobody but an editor has a use for either.
    return field.type === 'blocks' || field.type === 'richText'
  })
}
