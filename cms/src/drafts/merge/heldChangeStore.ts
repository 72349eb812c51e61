import type { PayloadRequest, Where } from 'payload'
import type { Conflict } from './mergeChanges.ts'

/** A change of a user that waits for their decision. */
export type HeldChange = Conflict & {
  id: string
  /** The name of the user whose change it met. */
  by?: string
  heldAt: string
}

interface Holding {
  document: string
  /** The name of the user whose change they met. */
  by?: string
  conflicts: Conflict[]
  /** The fields whose conflicts replace earlier ones of the same user, because the form shows those no more. */
  replaced: string[]
}

/** Stores conflicts of the signed-in user. */
export async function holdChanges(req: PayloadRequest, { document, by, conflicts, replaced }: Holding): Promise<void> {
  const user = userOf(req)
  for (const { kind, path, ...conflict } of conflicts) {
    if (kind !== 'value' || replaced.includes(path))
      await deleteLatest(req, { ...whereHeld(document, user), path: { equals: path } })
    const now = new Date().toISOString()
    await req.payload.db.create({
      collection: 'held-changes',
      data: { document, user, kind, path, revisedBy: by, createdAt: now, updatedAt: now, ...conflict },
      req,
    })
  }
}

/** Deletes the latest held change that a filter finds. An earlier one may come from another form, and waits. */
async function deleteLatest(req: PayloadRequest, where: Where): Promise<void> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: 'held-changes',
    where,
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    req,
  })
  for (const { id } of docs)
    await req.payload.db.deleteOne({ collection: 'held-changes', where: { id: { equals: id } }, req })
}

/** Returns the held changes of the signed-in user to a document, the oldest first. */
export async function findHeldChanges(req: PayloadRequest, document: string): Promise<HeldChange[]> {
  const { docs } = await req.payload.db.find<Stored>({
    collection: 'held-changes',
    where: whereHeld(document, userOf(req)),
    sort: 'createdAt',
    pagination: false,
    req,
  })
  return docs.map(({ id, kind, path, mine, revisedBy, createdAt }) => ({
    id: String(id),
    ...(kind === 'value' ? { kind, path, mine } : { kind, path }),
    by: revisedBy ?? undefined,
    heldAt: createdAt,
  }))
}

/** Deletes a held change of the signed-in user to a document. */
export async function deleteHeldChange(req: PayloadRequest, document: string, id: string): Promise<void> {
  const where = { ...whereHeld(document, userOf(req)), id: { equals: id } }
  await req.payload.db.deleteMany({ collection: 'held-changes', where, req })
}

/** Deletes the held changes of all users to a document that no longer exists; with a user, also those of that user. */
export async function forgetHeldChanges(req: PayloadRequest, document: string, user?: string): Promise<void> {
  const or: Where[] = [{ document: { equals: document } }]
  if (user !== undefined)
    or.push({ user: { equals: user } })
  await req.payload.db.deleteMany({ collection: 'held-changes', where: { or }, req })
}

interface Stored {
  id: number | string
  kind: Conflict['kind']
  path: string
  mine: unknown
  revisedBy?: string | null
  createdAt: string
}

function whereHeld(document: string, user: string): Where {
  return { document: { equals: document }, user: { equals: user } }
}

function userOf({ user }: PayloadRequest): string {
  return String(user?.id)
}
