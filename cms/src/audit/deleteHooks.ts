import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook, SanitizedCollectionConfig } from 'payload'
import { titleOf } from './contentHooks.ts'
import { recordEvent } from './recordEvent.ts'

/** Hooks that record permanent deletion of a document. */

export const beforeDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const doc = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collection.slug as keyof typeof req.payload.collections,
    where: { id: { equals: id } },
    select: { [collection.admin.useAsTitle ?? 'id']: true },
    req,
  })
  // Each nested operation makes Payload replace the context by a copy: do not await anything before this line sets the
  // title.
  req.context[keyOf(collection, id)] = titleOf(collection, doc)
}

export const afterDelete: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  const key = keyOf(collection, id)
  const title = req.context[key]
  delete req.context[key]
  await recordEvent(req, { event: 'deleted', about: collection.slug, documentId: id, title })
  return doc
}

function keyOf({ slug }: SanitizedCollectionConfig, id: number | string): string {
  return `title of deleted ${slug}:${id}`
}
