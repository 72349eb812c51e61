import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  GlobalAfterChangeHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import type { EventName } from './EVENTS.ts'
import { recordEvent } from './recordEvent.ts'

/**
 * Hooks that record when a document becomes public or stops being public. They run after all other hooks, which may
 * refuse the change.
 */

export const beforeContentChange: CollectionBeforeChangeHook = async (
  { collection, data, operation, originalDoc, req },
) => {
  if (!isRestoring(collection, req))
    begun.set(data, operation === 'update' ? await stored(collection, String(originalDoc.id), req) : {})
  return data
}

export const afterContentChange: CollectionAfterChangeHook = async (
  { collection, data, doc, operation, previousDoc, req },
) => {
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

/** Returns the title from the first of the documents that has one. */
export function titleOf(
  { admin: { useAsTitle } }: SanitizedCollectionConfig,
  ...docs: (Record<string, unknown> | null | undefined)[]
): unknown {
  return docs.map(doc => doc?.[useAsTitle ?? 'id']).find(title => typeof title === 'string')
}

/** The stored row, which readers see: the latest version may be a draft. */
interface Stored {
  _status?: 'draft' | 'published' | null
  deletedAt?: string | null
}

/** The stored row before a change, by the data that Payload is about to store. */
const begun = new WeakMap<object, Stored>()

/** Whether Payload is restoring a version. It does so with other data than the hooks before the change have seen. */
function isRestoring({ versions }: SanitizedCollectionConfig, req: PayloadRequest): boolean {
  return Boolean(versions && req.context.isRestoringVersion)
}

async function eventsOf(
  collection: SanitizedCollectionConfig,
  id: string,
  data: Stored,
  req: PayloadRequest,
): Promise<EventName[]> {
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
  // A draft over a published document changes nothing for readers.
  return before._status === 'published' && (await stored(collection, id, req))._status !== 'published'
    ? [...untrashed, 'unpublished']
    : untrashed
}

async function stored(collection: SanitizedCollectionConfig, id: string, req: PayloadRequest): Promise<Stored> {
  const select = {
    ...(collection.versions && { _status: true as const }),
    ...(collection.trash && { deletedAt: true as const }),
  }
  if (Object.keys(select).length === 0)
    return {}
  return await req.payload.db.findOne<Stored & { id: string }>({
    collection: collection.slug as keyof typeof req.payload.collections,
    where: { id: { equals: id } },
    select,
    req,
  }) ?? {}
}
