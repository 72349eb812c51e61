import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook, FlattenedField, GlobalAfterChangeHook, GlobalBeforeChangeHook, GlobalSlug, PayloadRequest, SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'
import type { ChangeDraft } from './changeOf.ts'
import type { PublicState, Row } from './PublicState.ts'
import { isDeepStrictEqual } from 'node:util'
import { tagOf } from '@masthead/shared/tags'
import { changeOf } from './changeOf.ts'
import { completeEntry, discardEntry, entriesSince, lastNumber, writeEntry } from './entries.ts'
import { fieldsChanged } from './fieldsChanged.ts'
import { publicStateOf, READ } from './PublicState.ts'
import { transactionOf } from './transactionOf.ts'
import { sequenceAssignerOf } from './withSequenceAssigner.ts'

/** Steps 1 and 3 of docs/how-it-stays-live.md. They come after all other hooks, which may refuse the change. */

export const beforeChange: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, operation, req }) => {
  const expected = publicStateOf(collection.slug, data, Boolean(collection.versions))
  if (operation === 'update')
    await begin(collection, String(originalDoc.id), expected, req)
  else if (expected)
    creations.set(data, { before: undefined, entry: await writeEntry(req, changeOf(collection.slug, undefined, undefined, expected)) })
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
  await begin(collection, String(id), undefined, req)
}

export const afterDelete: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  const begun = taken(req, keyOf(collection.slug, String(id)))
  if (begun)
    await finish(collection, String(id), begun, req)
  return doc
}

/** A global has no drafts: each save is seen. */
export const beforeGlobalChange: GlobalBeforeChangeHook = async ({ data, global, req }) => {
  const since = await numberNow(req)
  const before = await storedGlobal(global, req)
  const entry = await writeEntry(req, { kind: 'changed', tags: [global.slug] })
  keep(req, keyOf('global', global.slug), { before, entry, since })
  return data
}

export const afterGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  const begun = taken(req, keyOf('global', global.slug))
  if (begun) {
    const after = await storedGlobal(global, req)
    const between = await tagsBetween(global.slug, begun, req)
    const fields = between.length === 0 ? fieldsBetween(begun.before, after, global.flattenedFields) : undefined
    await sequenceAssignerOf(req.payload.db).add(await completeEntry(req, begun.entry, { kind: 'changed', tags: [global.slug], fields }), req)
  }
  return doc
}

/** What is known of a change between its two hooks. */
interface Begun {
  before: Stored | undefined
  entry: string
  /** The last number when it began; undefined where nothing can come between, as in a transaction. */
  since?: number
}

/** A document or global in the database. */
interface Stored {
  /** Undefined where readers do not see it; of a global, always. */
  shown: PublicState | undefined
  /** Its values; undefined where they are not needed. */
  row?: Row
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

async function begin(collection: SanitizedCollectionConfig, id: string, expected: PublicState | undefined, req: PayloadRequest): Promise<void> {
  const since = await numberNow(req)
  // Whether single fields changed is of interest only where readers go on seeing the document.
  const before = await stored(collection, id, { withValues: expected !== undefined, req })
  // What is hidden and stays so is noted only where another change may show it meanwhile.
  if (!before.shown && !expected && since === undefined)
    return
  const entry = await writeEntry(req, changeOf(collection.slug, id, before.shown, expected))
  keep(req, keyOf(collection.slug, id), { before, entry, since })
}

async function finish(collection: SanitizedCollectionConfig, id: string, { before, ...begun }: Begun, req: PayloadRequest): Promise<void> {
  const after = await stored(collection, id, { withValues: before?.row !== undefined, req })
  const between = await tagsBetween(tagOf(collection.slug, id), begun, req)
  const fields = fieldsBetween(before, after, collection.flattenedFields)
  if (between.length === 0 && !fields?.length && isDeepStrictEqual(before?.shown, after.shown))
    return discardEntry(req, begun.entry)
  const { kind, tags } = changeOf(collection.slug, id, before?.shown, after.shown)
  const noted: ChangeDraft = { kind: after.shown ? kind : 'gone', tags: [...new Set([...tags, ...between])], fields: between.length === 0 ? fields : undefined }
  await sequenceAssignerOf(req.payload.db).add(await completeEntry(req, begun.entry, noted), req)
}

/** The fields that a change touches, of something that readers saw before and after it; undefined where that is all of it. */
function fieldsBetween(before: Stored | undefined, after: Stored, fields: FlattenedField[]): string[] | undefined {
  if (!before?.row || !after.row)
    return undefined
  const changed = fieldsChanged(before.row, after.row, fields)
  // Two saves in one millisecond have one date.
  return changed.length > 0 ? [...new Set([...changed, 'updatedAt'])] : []
}

/** The last number, where other changes may come between the hooks of this one; undefined in a transaction. */
async function numberNow(req: PayloadRequest): Promise<number | undefined> {
  return await transactionOf(req) === undefined ? lastNumber(req.payload.db) : undefined
}

/**
 * Without transactions, changes of one document may overlap, and then neither knows what readers saw between the two.
 * Each of them finds the entry of the other, and touches all that either would.
 */
async function tagsBetween(tag: string, { entry, since }: Omit<Begun, 'before'>, req: PayloadRequest): Promise<string[]> {
  const noted = since === undefined ? [] : await entriesSince(req.payload.db, tag, since)
  return noted.some(({ id }) => id !== entry) ? noted.flatMap(({ tags }) => tags) : []
}

/** As readers find it now: what is stored, for the latest version may be a draft. */
async function stored(collection: SanitizedCollectionConfig, id: string, { withValues, req }: { withValues: boolean, req: PayloadRequest }): Promise<Stored> {
  const names = new Set(collection.flattenedFields.map(({ name }) => name))
  const doc = await req.payload.db.findOne<Row & { id: string }>({
    collection: collection.slug as keyof typeof req.payload.collections,
    where: { id: { equals: id } },
    select: withValues ? undefined : Object.fromEntries(READ.filter(name => names.has(name)).map(name => [name, true as const])),
    req,
  })
  const seen = doc ? publicStateOf(collection.slug, doc, Boolean(collection.versions)) : undefined
  return { shown: seen, row: seen && withValues ? doc! : undefined }
}

/** Before its first save a global has no row: readers see its default values, which no row says. */
async function storedGlobal({ slug }: SanitizedGlobalConfig, req: PayloadRequest): Promise<Stored> {
  const row = await req.payload.db.findGlobal<Row>({ slug: slug as GlobalSlug, req })
  return { shown: undefined, row: row?.updatedAt ? row : undefined }
}
