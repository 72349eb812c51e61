import type { CollectionSlug, GlobalSlug, JsonObject, Payload } from 'payload'
import type { Revision } from './Revision.ts'
import { userNames } from '../users/userNames.ts'
import { documentKey, documentPlace } from './documentKey.ts'

/**
 * Returns the current revision of each document, by its key: with one query for each collection. It bypasses Payload’s
 * operations, because it runs once a second. The caller has checked who may read the documents.
 */
export async function readRevisions(payload: Payload, keys: Iterable<string>): Promise<Map<string, Revision>> {
  const ids = new Map<CollectionSlug, string[]>()
  const globals: GlobalSlug[] = []
  for (const place of Array.from(keys, documentPlace)) {
    if ('global' in place)
      globals.push(place.global)
    else
      ids.set(place.collection, [...ids.get(place.collection) ?? [], place.id])
  }
  const saved = (await Promise.all([
    ...Array.from(ids, ([collection, ids]) => savedDocuments(payload, collection, ids)),
    ...globals.map(global => savedGlobal(payload, global)),
  ])).flat()
  const names = await userNames(payload, saved.flatMap(({ editedBy }) => editedBy ?? []))
  const revisions = new Map<string, Revision>()
  for (const { key, updatedAt, editedBy } of saved) {
    if (updatedAt !== undefined) {
      const by = editedBy === undefined ? undefined : names.get(editedBy)
      revisions.set(key, { at: new Date(updatedAt).toISOString(), by })
    }
  }
  return revisions
}

/** The latest state of a document. */
interface Saved {
  key: string
  /** Undefined in collections without dates. */
  updatedAt: string | undefined
  /** The id of the user who saved it. */
  editedBy?: string
}

async function savedDocuments(
  { db, collections }: Payload,
  collection: CollectionSlug,
  ids: string[],
): Promise<Saved[]> {
  const all = { collection, limit: 0, pagination: false }
  if (!collections[collection].config.versions?.drafts) {
    const { docs } = await db.find({ ...all, where: { id: { in: ids } }, select: FIELDS })
    return docs.map(doc => savedIn(documentKey({ collection, id: doc.id as string }), doc))
  }
  const { docs } = await db.findVersions({
    ...all,
    where: { and: [{ parent: { in: ids } }, { latest: { equals: true } }] },
    select: { parent: true, version: FIELDS },
  })
  return docs.map(({ parent, version }) => savedIn(documentKey({ collection, id: String(parent) }), version))
}

async function savedGlobal({ db }: Payload, slug: GlobalSlug): Promise<Saved[]> {
  const global = await db.findGlobal({ slug, select: FIELDS })
  return [savedIn(documentKey({ global: slug }), global ?? {})]
}

const FIELDS = { updatedAt: true, editedBy: true } as const

function savedIn(key: string, { updatedAt, editedBy }: JsonObject): Saved {
  return { key, updatedAt: updatedAt as string | undefined, editedBy: editedBy == null ? undefined : String(editedBy) }
}
