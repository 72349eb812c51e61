import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { APIError } from 'payload'

interface Write {
  /** Undefined for a bulk update. */
  id?: string
  data: Record<string, unknown>
  /** Whether the changes of a form were merged: then nothing is overwritten. */
  isMerged: boolean
}

/** Records what a request writes, for the hook below. */
export function rememberWrite(req: PayloadRequest, write: Write): void {
  req.context[WRITE_KEY] = write
}

/** A name in the context: Payload copies the context for each operation inside another. */
const WRITE_KEY = 'write'

/**
 * Refuses a write that would replace a draft that its author has not seen: one that names a revision (`?revision=`, an
 * `updatedAt`) older than the stored one, or one without a revision over the draft of another user.
 */
export const refuseStaleWrite: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const write = req.context[WRITE_KEY] as Write | undefined
  const stored = originalDoc as Stored | undefined
  if (
    operation !== 'update' || !stored || !write || write.isMerged
    || (write.id !== undefined && write.id !== String(stored.id))
  ) {
    return data
  }
  if (isStale(req, write, stored)) {
    const { updatedAt: revision } = stored
    throw new APIError(
      `Another user has saved it meanwhile (revision ${revision}). Read it, and send your change with ?revision=${revision}.`,
      409,
      { revision },
      true,
    )
  }
  return data
}

interface Stored {
  id: number | string
  updatedAt: string
  _status?: string
  editedBy?: string | null
}

function isStale(req: PayloadRequest, { data }: Write, { updatedAt, _status, editedBy }: Stored): boolean {
  const revision = revisionOf(req)
  if (revision !== undefined)
    return updatedAt > revision
  const isContent = Object.keys(data).some(name => name !== '_status' && name !== 'deletedAt')
  return req.payloadAPI === 'REST' && isContent && _status === 'draft' && Boolean(editedBy) && editedBy !== req.user?.id
}

/**
 * Returns the revision that a request names, or the context of one of our own commands.
 *
 * @throws {APIError} 400 if it is no date
 */
function revisionOf({ context, query }: PayloadRequest): string | undefined {
  const revision = context.revision ?? query.revision
  if (revision === undefined)
    return undefined
  if (typeof revision !== 'string' || Number.isNaN(Date.parse(revision)))
    throw new APIError('“revision” is the “updatedAt” of the document that you have read.', 400, null, true)
  return new Date(revision).toISOString()
}
