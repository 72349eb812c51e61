import { pathOf } from '@masthead/shared/paths'
import { DATED_BY, LISTED_BY, listTag, pathTag } from '@masthead/shared/tags'

/** What of a document as readers find it decides which pages a change of it touches. */
export interface PublicState {
  updatedAt: string | undefined
  /** Where it stands: its address, and its places in lists. */
  places: string[]
  /** What each change of it touches, moved or not. */
  always: string[]
}

/** The fields that `shown` reads, those of them that a collection has. */
export const READ = ['slug', 'path', 'from', '_status', 'deletedAt', 'updatedAt', ...Object.values(LISTED_BY).flatMap(fields => fields ?? []), ...Object.values(DATED_BY).flatMap(field => field ?? [])]

/** Undefined where readers do not see the document. */
export function publicStateOf(collection: string, doc: Row, hasDrafts: boolean): PublicState | undefined {
  if (doc.deletedAt || (hasDrafts && doc._status !== 'published'))
    return undefined
  const path = pathOf(collection, doc as { slug?: string, path?: string })
  return {
    updatedAt: dateOf(doc.updatedAt),
    places: [...(path === undefined ? [] : [pathTag(path)]), ...(DATED_BY[collection] ? placesInLists(collection, doc, DATED_BY[collection]) : [])],
    always: [...(DATED_BY[collection] ? [] : [listTag(collection)]), ...(typeof doc.from === 'string' ? [pathTag(doc.from)] : [])],
  }
}

export type Row = Record<string, unknown>

function placesInLists(collection: string, doc: Row, dated: string): string[] {
  const date = dateOf(doc[dated])
  const narrowed = (LISTED_BY[collection] ?? []).flatMap(field => idsIn(doc[field]).map(id => listTag(collection, { field, id, date })))
  return [listTag(collection, { date }), ...narrowed]
}

/** What is about to be stored is not validated yet: a date that is none is refused later, in words of its own. */
function dateOf(value: unknown): string | undefined {
  const date = typeof value === 'string' || value instanceof Date ? new Date(value) : undefined
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined
}

/** The ids in a reference to one document or several, filled in or not. */
function idsIn(value: unknown): string[] {
  return [value ?? []].flat().map(reference => String(typeof reference === 'object' && reference !== null && 'id' in reference ? reference.id : reference))
}
