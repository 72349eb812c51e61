import type { CollectionSlug, GlobalSlug } from 'payload'

/** A document of a collection, or a global. */
export type DocumentPlace = { collection: CollectionSlug, id: string } | { global: GlobalSlug }

/** Returns the name of a document in the presence store: `posts/ID`, or `globals/site`. */
export function documentKey(place: DocumentPlace): string {
  return 'global' in place ? `${GLOBALS}/${place.global}` : `${place.collection}/${place.id}`
}

/** Returns the document of a name that `documentKey` returned. */
export function documentPlace(key: string): DocumentPlace {
  const end = key.indexOf('/')
  const [collection, id] = [key.slice(0, end), key.slice(end + 1)]
  return collection === GLOBALS ? { global: id as GlobalSlug } : { collection: collection as CollectionSlug, id }
}

const GLOBALS = 'globals'
