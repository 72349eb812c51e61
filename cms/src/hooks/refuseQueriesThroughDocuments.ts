import type { CollectionBeforeOperationHook, FlattenedField, Where } from 'payload'
import { APIError } from 'payload'
import { is } from '../access.ts'

/**
 * A filter such as `where[sections.cards.title][like]=…` on published posts would tell what stands in a card that
 * was never published, letter by letter: whoever may not read every draft may not filter or sort by what is inside
 * another document, only by its id.
 */
export const refuseQueriesThroughDocuments: CollectionBeforeOperationHook = ({ args, collection, overrideAccess, req }) => {
  if (overrideAccess || is(req, 'admin', 'editor'))
    return
  const { where, sort } = args as { where?: Where, sort?: string | string[] }
  const paths = [...wherePaths(where), ...[sort ?? []].flat().map(path => path.replace(/^-/, ''))]
  for (const path of paths) {
    if (leavesDocument(path.replace(/^version\./, '').split('.'), collection.flattenedFields))
      throw new APIError(`“${path}” looks into another document. Filter by its id instead.`, 400, null, true)
  }
}

function* wherePaths(where: Where | undefined): Generator<string> {
  for (const [key, value] of Object.entries(where ?? {})) {
    if (key.toLowerCase() === 'and' || key.toLowerCase() === 'or') {
      for (const part of [value].flat())
        yield* wherePaths(part as Where)
    }
    else {
      yield key
    }
  }
}

function leavesDocument(segments: string[], fields: FlattenedField[]): boolean {
  const [name, ...rest] = segments
  return fields.filter(field => field.name === name).some((field) => {
    if (field.type === 'relationship' || field.type === 'upload')
      return rest.length > 0 && rest.join('.') !== 'id'
    if ('flattenedFields' in field)
      return leavesDocument(rest, field.flattenedFields)
    // A path into blocks may name the kind or not: nobody but an editor has a use for either.
    return field.type === 'blocks' || field.type === 'richText'
  })
}
