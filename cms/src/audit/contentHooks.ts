import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, GlobalAfterChangeHook, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { EventName } from './EVENTS.ts'
import { recordEvent } from './recordEvent.ts'

/** Record what becomes public, or stops being so. They come after all other hooks, which may refuse the change. */

export const beforeContentChange: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (!isRestoring(collection, req))
    begun.set(data, operation === 'update' ? await stored(collection, String(originalDoc.id), req) : {})
  return data
}

export const afterContentChange: CollectionAfterChangeHook = async ({ collection, data, doc, operation, previousDoc, req }) => {
  const id = String(operation === 'create' ? doc.id : previousDoc.id)
  const about = { about: collection.slug, documentId: id, title: titleOf(collection, data, previousDoc, doc) }
  for (const event of await eventsOf(collection, id, data, req))
    await recordEvent(req, { event, ...about })
  return doc
}

export const afterGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  await recordEvent(req, { event: 'saved', about: global.slug, title: global.label })
  return doc
}

/** The first of the documents that says what it is called. */
export function titleOf({ admin: { useAsTitle } }: SanitizedCollectionConfig, ...docs: (Record<string, unknown> | null | undefined)[]): unknown {
  return docs.map(doc => doc?.[useAsTitle ?? 'id']).find(title => typeof title === 'string')
}

/** What readers get of a document: the latest version may be a draft. */
interface Stored {
  _status?: 'draft' | 'published' | null
  deletedAt?: string | null
}

/** What was stored before a change, by the data that is to be stored. */
const begun = new WeakMap<object, Stored>()

/** Payload restores versions without the data that the hooks before the change have seen. */
function isRestoring({ versions }: SanitizedCollectionConfig, req: PayloadRequest): boolean {
  return Boolean(versions && req.context.isRestoringVersion)
}

async function eventsOf(collection: SanitizedCollectionConfig, id: string, data: Stored, req: PayloadRequest): Promise<EventName[]> {
  if (isRestoring(collection, req))
    return ['version-restored']
  const before = begun.get(data)
  if (!before)
    throw new Error(`A hook of ${collection.slug} replaced the data after the audit log had seen it.`)
  if (data.deletedAt)
    return before.deletedAt ? [] : ['trashed']
  const untrashed: EventName[] = before.deletedAt ? ['untrashed'] : []
  if (!collection.versions)
    return before.deletedAt ? untrashed : ['published']
  if (data._status === 'published')
    return [...untrashed, 'published']
  // A draft of what is published leaves readers what they have.
  return before._status === 'published' && (await stored(collection, id, req))._status !== 'published' ? [...untrashed, 'unpublished'] : untrashed
}

async function stored(collection: SanitizedCollectionConfig, id: string, req: PayloadRequest): Promise<Stored> {
  const select = { ...(collection.versions && { _status: true as const }), ...(collection.trash && { deletedAt: true as const }) }
  if (Object.keys(select).length === 0)
    return {}
  return await req.payload.db.findOne<Stored & { id: string }>({ collection: collection.slug as keyof typeof req.payload.collections, where: { id: { equals: id } }, select, req }) ?? {}
}
