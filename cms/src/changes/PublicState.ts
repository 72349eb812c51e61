import { pathOf } from '@masthead/shared/paths'
import { DATED_BY, LISTED_BY, listTag, pathTag } from '@masthead/shared/tags'

/** The public state of a document that decides which pages its changes affect. */
export interface PublicState {
  updatedAt: string | undefined
  /** The tags of its address and of its places in lists. A change affects them only if the document moves. */
  places: string[]
  /** The tags that every change of the document affects. */
  always: string[]
}

/** The fields that `publicStateOf` reads. A collection has some of them. */
export const READ = [
  'slug',
  'path',
  'from',
  '_status',
  'deletedAt',
  'updatedAt',
  ...Object.values(LISTED_BY).flatMap(fields => fields ?? []),
  ...Object.values(DATED_BY).flatMap(field => field ?? []),
]

/** Returns the public state, or undefined if readers do not see the document. */
export function publicStateOf(collection: string, doc: Row, hasDrafts: boolean): PublicState | undefined {
  if (doc.deletedAt || (hasDrafts && doc._status !== 'published'))
    return undefined
  const path = pathOf(collection, doc as { slug?: string, path?: string })
  return {
    updatedAt: dateOf(doc.updatedAt),
    places: [
      ...(path === undefined ? [] : [pathTag(path)]),
      ...(DATED_BY[collection] ? placesInLists(collection, doc, DATED_BY[collection]) : []),
    ],
    always: [
      ...(DATED_BY[collection] ? [] : [listTag(collection)]),
      ...(typeof doc.from === 'string' ? [pathTag(doc.from)] : []),
    ],
  }
}

export type Row = Record<string, unknown>

function placesInLists(collection: string, doc: Row, dated: string): string[] {
  const date = dateOf(doc[dated])
  const narrowed = (LISTED_BY[collection] ?? []).flatMap(field =>
    idsIn(doc[field]).map(id => listTag(collection, { field, id, date })),
  )
  return [listTag(collection, { date }), ...narrowed]
}

/**
 * Returns the date in a value that is not validated yet; undefined for an invalid one, which Payload refuses later with
 * a message of its own.
 */
function dateOf(value: unknown): string | undefined {
  const date = typeof value === 'string' || value instanceof Date ? new Date(value) : undefined
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined
}

/** Returns the ids in a reference to one document or several, populated or not. */
function idsIn(value: unknown): string[] {
  return [value ?? []].flat().map(reference =>
    String(typeof reference === 'object' && reference !== null && 'id' in reference ? reference.id : reference),
  )
}
