import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { tagOf } from '@masthead/shared/tags'
import { APIError } from 'payload'

/** The documents and the data that a REST request writes. */
interface Write {
  /** The tags of the documents. */
  documents: Set<string>
  data: Record<string, unknown>
  isBulk: boolean
}

/** Records what a REST request writes, for the hook below. Operations inside its operation are not recorded. */
export function rememberWrite(req: PayloadRequest, write: Write): void {
  if (req.payloadAPI === 'REST')
    req.context[WRITE_KEY] ??= write
}

/** Returns the context of an operation that fails if a document has another revision than this. */
export function expectRevision(
  collection: string,
  { id, updatedAt }: { id: string, updatedAt: string },
): Record<string, unknown> {
  return { [REVISIONS_KEY]: { [tagOf(collection, id)]: updatedAt } }
}

/** Names in the context: Payload copies the context for each operation inside another. */
const WRITE_KEY = 'write'
const REVISIONS_KEY = 'revisions'

/**
 * Refuses a write that would replace a draft that its author has not seen: one that names a revision (`?revision=`, an
 * `updatedAt`) older than the stored one, or one without a revision over the draft of another user.
 *
 * @throws {APIError} 409, with the stored revision in its data
 */
export const refuseStaleWrite: CollectionBeforeChangeHook = ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update')
    return data
  const stored = originalDoc as Stored
  const tag = tagOf(collection.slug, String(stored.id))
  const write = req.context[WRITE_KEY] as Write | undefined
  const expected = (req.context[REVISIONS_KEY] as Record<string, string> | undefined)?.[tag]
  const isStale = expected !== undefined
    ? stored.updatedAt !== expected
    : write?.documents.has(tag) && isStaleWrite(write, stored, req)
  if (isStale)
    throw new APIError(write?.isBulk ? RELOAD : readAgain(stored), 409, { revision: stored.updatedAt }, true)
  return data
}

interface Stored {
  id: number | string
  updatedAt: string
  _status?: string
  editedBy?: string | null
}

function isStaleWrite({ data, isBulk }: Write, { updatedAt, _status, editedBy }: Stored, req: PayloadRequest): boolean {
  const isOwn = editedBy === req.user?.id
  const revision = revisionIn(req)
  if (revision !== undefined)
    return updatedAt > revision && !(isBulk && isOwn)
  const isContent = Object.keys(data).some(name => name !== '_status' && name !== 'deletedAt')
  return isContent && _status === 'draft' && Boolean(editedBy) && !isOwn
}

/** @throws {APIError} 400 if it is no date */
function revisionIn({ query: { revision } }: PayloadRequest): string | undefined {
  if (revision === undefined)
    return undefined
  if (typeof revision !== 'string' || Number.isNaN(Date.parse(revision)))
    throw new APIError('“revision” is the “updatedAt” of the document that you have read.', 400, null, true)
  return new Date(revision).toISOString()
}

const RELOAD = 'Another user has saved it since you opened the list. Reload the list and look at it first.'

function readAgain({ updatedAt }: Stored): string {
  return `Another user has saved it meanwhile (revision ${updatedAt}). Read it, and send your change with ?revision=${updatedAt}.`
}
