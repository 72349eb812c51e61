import type { CollectionBeforeOperationHook, CollectionSlug, GlobalConfig, GlobalSlug, PayloadRequest, Where } from 'payload'
import type { DocumentChanges } from './DocumentChanges.ts'
import { tagOf } from '@masthead/shared/tags'
import { APIError } from 'payload'
import { lockDocument } from '../../database/lockDocument.ts'
import { userNames } from '../../users/userNames.ts'
import { holdChanges } from './heldChangeStore.ts'
import { mergeChanges } from './mergeChanges.ts'
import { readChanges } from './readChanges.ts'
import { rememberWrite } from './refuseStaleWrite.ts'
import { HELD_HEADER, heldHeader, MERGED_HEADER } from './responseHeaders.ts'
import { isSame } from './sameValue.ts'

type Document = Record<string, unknown>

/**
 * Locks the documents that an operation writes, and merges the changes of a form into the document as it is stored now.
 * Other users may have saved since the form was loaded.
 */
export const mergeSave: CollectionBeforeOperationHook = async (
  { args, collection, operation, overrideAccess, req },
) => {
  const slug = collection.slug as CollectionSlug
  if (operation === 'restoreVersion') {
    await lockVersionParent(req, slug, String((args as { id: unknown }).id))
    return args
  }
  const { id, where, data: sent } = args as Operation
  if ((operation !== 'create' && operation !== 'update') || !isDocument(sent))
    return args
  const { data, changes } = readChanges(sent)
  if (operation === 'create')
    return { ...args, data }
  if (id === undefined) {
    const documents = await lockAll(req, slug, where)
    rememberWrite(req, { documents, data, isBulk: true })
    return { ...args, data }
  }
  const document = tagOf(slug, String(id))
  await lockDocument(req, document)
  rememberWrite(req, { documents: new Set(changes ? [] : [document]), data, isBulk: false })
  const access = overrideAccess || await collection.access.update({ id: String(id), data, req })
  if (!changes || !access)
    return { ...args, data }
  const target: Where = access === true ? { id: { equals: id } } : { and: [{ id: { equals: id } }, access] }
  const stored = {
    collection: slug,
    where: target,
    draft: Boolean(collection.versions?.drafts),
    trash: true,
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  }
  // Most saves follow the user's own: then there is nothing to merge, and the document need not be read.
  const { docs: [latest] } = await req.payload.find({ ...stored, select: { updatedAt: true } })
  if (!latest || revisionOf(latest) === changes.revision)
    return { ...args, data }
  const { docs: [current] } = await req.payload.find({ ...stored, showHiddenFields: true })
  return { ...args, data: await merge(req, { document, current: current as unknown as Document, data, changes }) }
}

/** Does the same for globals. */
export const mergeGlobalSave: GlobalBeforeOperationHook = async ({ args, global, operation, overrideAccess, req }) => {
  if (operation !== 'update' || !isDocument(args.data))
    return args
  const { data, changes } = readChanges(args.data)
  const slug = global.slug as GlobalSlug
  const document = tagOf('globals', slug)
  await lockDocument(req, document)
  if (!changes || !(overrideAccess || await global.access.update({ data, req })))
    return { ...args, data }
  const current = await req.payload.findGlobal({ slug, depth: 0, showHiddenFields: true, req }) as unknown as Document
  if (revisionOf(current) === changes.revision)
    return { ...args, data }
  return { ...args, data: await merge(req, { document, current, data, changes }) }
}

/** Returns the revision of a document; an empty string for a global that was never saved. */
function revisionOf(stored: object): unknown {
  return 'updatedAt' in stored ? stored.updatedAt : ''
}

interface Save {
  document: string
  current: Document
  data: Document
  changes: DocumentChanges
}

/**
 * @throws {APIError} 409 if a publication would lack a change of its own
 */
async function merge(req: PayloadRequest, { document, current, data, changes }: Save): Promise<Document> {
  const { data: merged, conflicts } = mergeChanges({ current, mine: data, changes })
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set(MERGED_HEADER, '1')
  if (conflicts.length > 0) {
    if (data._status === 'published')
      throw new APIError(DECIDE_FIRST, 409, { conflicts: conflicts.map(({ path }) => path) }, true)
    const by = await nameOfEditor(req, current)
    await holdChanges(req, { document, by, conflicts, replaced: changes.held ?? [] })
    req.responseHeaders.set(HELD_HEADER, heldHeader(conflicts.map(({ path }) => path)))
    req.context.changesNothing = isSame(merged, current)
  }
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, isMergedField(name, merged) ? merged[name] : value]),
  )
}

const DECIDE_FIRST
  = 'Nothing was published, because another user has changed the same part. Your text is kept: choose which of the two stays, and publish then.'

/** Whether the document has the field: passwords and the status are in the data alone. */
function isMergedField(name: string, merged: Document): boolean {
  return name in merged && name !== '_status'
}

async function nameOfEditor({ payload }: PayloadRequest, { editedBy }: Document): Promise<string | undefined> {
  return typeof editedBy === 'string' ? (await userNames(payload, [editedBy])).get(editedBy) : undefined
}

/** Locks the documents that a filter finds, and returns their tags. */
async function lockAll(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Operation['where'],
): Promise<Set<string>> {
  const { docs } = await req.payload.find({
    collection,
    where,
    draft: true,
    trash: true,
    depth: 0,
    select: {},
    pagination: false,
    overrideAccess: false,
    req,
  })
  // In one order, so that two such operations never wait for each other.
  const documents = docs.map(({ id }) => tagOf(collection, String(id))).sort()
  for (const document of documents)
    await lockDocument(req, document)
  return new Set(documents)
}

async function lockVersionParent(req: PayloadRequest, collection: CollectionSlug, version: string): Promise<void> {
  const { docs: [found] } = await req.payload.db.findVersions({
    collection,
    where: { id: { equals: version } },
    limit: 1,
    pagination: false,
    select: { parent: true },
    req,
  })
  if (found)
    await lockDocument(req, tagOf(collection, String(found.parent)))
}

interface Operation {
  data: unknown
  id?: number | string
  where?: Parameters<PayloadRequest['payload']['find']>[0]['where']
}

type GlobalBeforeOperationHook = NonNullable<NonNullable<GlobalConfig['hooks']>['beforeOperation']>[number]

function isDocument(data: unknown): data is Document {
  return typeof data === 'object' && data !== null
}
