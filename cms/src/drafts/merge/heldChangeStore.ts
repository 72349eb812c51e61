import type { PayloadRequest, Where } from 'payload'
import type { Conflict } from './mergeChanges.ts'

/** A change of a user that waits for their decision. */
export type HeldChange = Conflict & {
  /** The name of the user whose change it met. */
  by?: string
  heldAt: string
}

/** Stores conflicts, each in place of an earlier one of the same user about the same part. */
export async function holdChanges(
  req: PayloadRequest,
  { document, by, conflicts }: { document: string, by?: string, conflicts: Conflict[] },
): Promise<void> {
  const user = userOf(req)
  for (const { kind, path, ...conflict } of conflicts) {
    await req.payload.db.deleteMany({ collection: 'held-changes', where: whereHeld(document, user, path), req })
    const now = new Date().toISOString()
    await req.payload.db.create({
      collection: 'held-changes',
      data: { document, user, kind, path, revisedBy: by, createdAt: now, updatedAt: now, ...conflict },
      req,
    })
  }
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
  return docs.map(({ kind, path, mine, revisedBy, createdAt }) => ({
    ...(kind === 'value' ? { kind, path, mine } : { kind, path }),
    by: revisedBy ?? undefined,
    heldAt: createdAt,
  }))
}

/** Deletes held changes of the signed-in user to a document: that at a path, or all. */
export async function deleteHeldChanges(req: PayloadRequest, document: string, path?: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: 'held-changes', where: whereHeld(document, userOf(req), path), req })
}

/** Deletes the held changes of all users to a document that no longer exists. */
export async function deleteAllHeldChanges(req: PayloadRequest, document: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: 'held-changes', where: { document: { equals: document } }, req })
}

interface Stored {
  kind: Conflict['kind']
  path: string
  mine: unknown
  revisedBy?: string | null
  createdAt: string
}

function whereHeld(document: string, user: string, path?: string): Where {
  return {
    document: { equals: document },
    user: { equals: user },
    ...(path !== undefined && { path: { equals: path } }),
  }
}

function userOf({ user }: PayloadRequest): string {
  return String(user?.id)
}
