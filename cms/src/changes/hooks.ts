import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  FlattenedField,
  GlobalAfterChangeHook,
  GlobalBeforeChangeHook,
  GlobalSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedGlobalConfig,
} from 'payload'
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

/** Steps 1 and 3 of docs/how-it-stays-live.md. These hooks run after all others, which may refuse the change. */

export const beforeChange: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, operation, req }) => {
  const expected = publicStateOf(collection.slug, data, Boolean(collection.versions))
  if (operation === 'update') {
    await begin(collection, String(originalDoc.id), expected, req)
  }
  else if (expected) {
    creations.set(data, {
      before: undefined,
      entry: await writeEntry(req, changeOf(collection.slug, undefined, undefined, expected)),
    })
  }
  return data
}

export const afterChange: CollectionAfterChangeHook = async (
  { collection, data, doc, previousDoc, operation, req },
) => {
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

/** Records every save of a global: globals have no drafts. */
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
    await sequenceAssignerOf(req.payload.db).add(
      await completeEntry(req, begun.entry, { kind: 'changed', tags: [global.slug], fields }),
      req,
    )
  }
  return doc
}

/** The state of a change between its two hooks. */
interface Begun {
  before: Stored | undefined
  entry: string
  /** The last sequence number at the beginning; undefined in a transaction, where no other change can come between. */
  since?: number
}

/** A document or global in the database. */
interface Stored {
  /** Undefined if readers do not see the document; always undefined for a global. */
  shown: PublicState | undefined
  /** The stored values; undefined if the caller does not need them. */
  row?: Row
}

/**
 * By the data that Payload is about to store: a document has no id before its creation, and one request may create
 * many.
 */
const creations = new WeakMap<object, Begun>()

function keyOf(collection: string, id: string): string {
  return `change of ${tagOf(collection, id)}`
}

/**
 * Stores the state in the context. Each nested operation makes Payload replace the context by a copy, so do not await
 * anything between reading and writing it.
 */
function keep(req: PayloadRequest, key: string, begun: Begun): void {
  req.context[key] = begun
}

function taken(req: PayloadRequest, key: string): Begun | undefined {
  const begun = req.context[key] as Begun | undefined
  delete req.context[key]
  return begun
}

async function begin(
  collection: SanitizedCollectionConfig,
  id: string,
  expected: PublicState | undefined,
  req: PayloadRequest,
): Promise<void> {
  const since = await numberNow(req)
  // The fields that changed matter only if readers see the document before and after.
  const before = await stored(collection, id, { withValues: expected !== undefined, req })
  // If the document is and stays unpublished, record an entry only when a concurrent change could publish it.
  if (!before.shown && !expected && since === undefined)
    return
  const entry = await writeEntry(req, changeOf(collection.slug, id, before.shown, expected))
  keep(req, keyOf(collection.slug, id), { before, entry, since })
}

async function finish(
  collection: SanitizedCollectionConfig,
  id: string,
  { before, ...begun }: Begun,
  req: PayloadRequest,
): Promise<void> {
  const after = await stored(collection, id, { withValues: before?.row !== undefined, req })
  const between = await tagsBetween(tagOf(collection.slug, id), begun, req)
  const fields = fieldsBetween(before, after, collection.flattenedFields)
  if (between.length === 0 && !fields?.length && isDeepStrictEqual(before?.shown, after.shown))
    return discardEntry(req, begun.entry)
  const { kind, tags } = changeOf(collection.slug, id, before?.shown, after.shown)
  const noted: ChangeDraft = {
    kind: after.shown ? kind : 'gone',
    tags: [...new Set([...tags, ...between])],
    fields: between.length === 0 ? fields : undefined,
  }
  await sequenceAssignerOf(req.payload.db).add(await completeEntry(req, begun.entry, noted), req)
}

/**
 * Returns the fields that a change affects if readers see the document before and after it; undefined if it affects the
 * whole document.
 */
function fieldsBetween(before: Stored | undefined, after: Stored, fields: FlattenedField[]): string[] | undefined {
  if (!before?.row || !after.row)
    return undefined
  const changed = fieldsChanged(before.row, after.row, fields)
  // Two saves within one millisecond have the same date.
  return changed.length > 0 ? [...new Set([...changed, 'updatedAt'])] : []
}

/**
 * Returns the last sequence number if other changes may come between the hooks of this one; undefined in a transaction.
 */
async function numberNow(req: PayloadRequest): Promise<number | undefined> {
  return await transactionOf(req) === undefined ? lastNumber(req.payload.db) : undefined
}

/**
 * Returns the tags of concurrent changes to the same document. Without transactions such changes may overlap, and
 * neither knows the public state between the two. Each finds the entry of the other and affects everything that either
 * would.
 */
async function tagsBetween(
  tag: string,
  { entry, since }: Omit<Begun, 'before'>,
  req: PayloadRequest,
): Promise<string[]> {
  const noted = since === undefined ? [] : await entriesSince(req.payload.db, tag, since)
  return noted.some(({ id }) => id !== entry) ? noted.flatMap(({ tags }) => tags) : []
}

/** Returns the document as readers see it: the stored row, because the latest version may be a draft. */
async function stored(
  collection: SanitizedCollectionConfig,
  id: string,
  { withValues, req }: { withValues: boolean, req: PayloadRequest },
): Promise<Stored> {
  const names = new Set(collection.flattenedFields.map(({ name }) => name))
  const doc = await req.payload.db.findOne<Row & { id: string }>({
    collection: collection.slug as keyof typeof req.payload.collections,
    where: { id: { equals: id } },
    select: withValues
      ? undefined
      : Object.fromEntries(READ.filter(name => names.has(name)).map(name => [name, true as const])),
    req,
  })
  const seen = doc ? publicStateOf(collection.slug, doc, Boolean(collection.versions)) : undefined
  return { shown: seen, row: seen && withValues ? doc! : undefined }
}

/** Returns the row of a global; none before its first save, when readers see default values that no row holds. */
async function storedGlobal({ slug }: SanitizedGlobalConfig, req: PayloadRequest): Promise<Stored> {
  const row = await req.payload.db.findGlobal<Row>({ slug: slug as GlobalSlug, req })
  return { shown: undefined, row: row?.updatedAt ? row : undefined }
}
