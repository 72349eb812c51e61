import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { APIError } from 'payload'

/** The last administrator keeps the role: without one, nobody could give it back. */
export const keepAnAdministrator: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (originalDoc?.role === 'admin' && data.role && data.role !== 'admin')
    await refuseIfLast(originalDoc.id, req)
  return data
}

export const keepAnAdministratorOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => refuseIfLast(id, req)

async function refuseIfLast(id: number | string, req: PayloadRequest) {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { role: { equals: 'admin' }, id: { not_equals: id } },
    req,
    // The rule is about all administrators, whoever asks.
    overrideAccess: true,
  })
  if (totalDocs === 0)
    throw new APIError('This is the only administrator. Make somebody else one first.', 409, null, true)
}
