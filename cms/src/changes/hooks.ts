import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook, GlobalAfterChangeHook, GlobalBeforeChangeHook, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { Row, Shown } from './Shown.ts'
import { isDeepStrictEqual } from 'node:util'
import { tagOf } from '@masthead/shared/tags'
import { changeOf } from './changeOf.ts'
import { completeEntry, takeBackEntry, writeEntry } from './entries.ts'
import { READ, shown } from './Shown.ts'
import { numberingOf } from './withNumbering.ts'

/** Steps 1 and 3 of docs/how-it-stays-live.md. They come after all other hooks, which may refuse the change. */

export const beforeChange: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, operation, req }) => {
  const id = operation === 'update' ? String(originalDoc.id) : undefined
  const before = id === undefined ? undefined : await stored(collection, id, req)
  const expected = shown(collection.slug, data, Boolean(collection.versions))
  if (!before && !expected)
    return data
  const entry = await writeEntry(req, changeOf(collection.slug, id, before, expected))
  if (id === undefined)
    creations.set(data, { before, entry })
  else
    keep(req, keyOf(collection.slug, id), { before, entry })
  return data
}

export const afterChange: CollectionAfterChangeHook = async ({ collection, data, doc, previousDoc, operation, req }) => {
  const id = String(operation === 'create' ? doc.id : previousDoc.id)
  const begun = operation === 'create' ? creations.get(data) : taken(req, keyOf(collection.slug, id))
  if (begun)
    await finish(collection, id, begun, req)
  return doc
}

export const beforeDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const before = await stored(collection, String(id), req)
  if (!before)
    return
  const entry = await writeEntry(req, changeOf(collection.slug, String(id), before, undefined))
  keep(req, keyOf(collection.slug, String(id)), { before, entry })
}

export const afterDelete: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  const begun = taken(req, keyOf(collection.slug, String(id)))
  if (begun)
    await finish(collection, String(id), begun, req)
  return doc
}

/** What is global has no drafts: each save is seen. */
export const beforeGlobalChange: GlobalBeforeChangeHook = async ({ data, global, req }) => {
  const entry = await writeEntry(req, { kind: 'changed', tags: [global.slug] })
  keep(req, keyOf('global', global.slug), { before: undefined, entry })
  return data
}

export const afterGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  const begun = taken(req, keyOf('global', global.slug))
  if (begun)
    await numberingOf(req.payload.db).add(begun.entry, req)
  return doc
}

/** What is known of a change between its two hooks. */
interface Begun {
  before: Shown | undefined
  entry: string
}

/** By the data to be stored: what is about to be created has no id yet, and one request may create many. */
const creations = new WeakMap<object, Begun>()

function keyOf(collection: string, id: string): string {
  return `change of ${tagOf(collection, id)}`
}

/** Payload replaces the context by a copy with each operation inside: nothing may be awaited between reading and writing it. */
function keep(req: PayloadRequest, key: string, begun: Begun): void {
  req.context[key] = begun
}

function taken(req: PayloadRequest, key: string): Begun | undefined {
  const begun = req.context[key] as Begun | undefined
  delete req.context[key]
  return begun
}

async function finish(collection: SanitizedCollectionConfig, id: string, { before, entry }: Begun, req: PayloadRequest): Promise<void> {
  const after = await stored(collection, id, req)
  if (isDeepStrictEqual(before, after))
    await takeBackEntry(req, entry)
  else
    await numberingOf(req.payload.db).add(await completeEntry(req, entry, changeOf(collection.slug, id, before, after)), req)
}

/** As readers find it now: what is stored, for the latest version may be a draft. */
async function stored(collection: SanitizedCollectionConfig, id: string, req: PayloadRequest): Promise<Shown | undefined> {
  const names = new Set(collection.flattenedFields.map(({ name }) => name))
  const doc = await req.payload.db.findOne<Row & { id: string }>({
    collection: collection.slug as keyof typeof req.payload.collections,
    where: { id: { equals: id } },
    select: Object.fromEntries(READ.filter(name => names.has(name)).map(name => [name, true as const])),
    req,
  })
  return doc ? shown(collection.slug, doc, Boolean(collection.versions)) : undefined
}
