import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { APIError } from 'payload'

/** Refuses to take the role from the last administrator: no other user could give it back. */
export const keepLastAdmin: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (originalDoc?.role === 'admin' && data.role && data.role !== 'admin')
    await refuseIfLast(originalDoc.id, req)
  if (data.role === 'admin' && originalDoc)
    resigning.delete(originalDoc.id)
  return data
}

export const keepLastAdminOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => refuseIfLast(id, req)

/** Administrators who are giving up the role: of two at once, neither may count on the other. */
const resigning = new Set<number | string>()

async function refuseIfLast(id: number | string, req: PayloadRequest) {
  resigning.add(id)
  setTimeout(() => resigning.delete(id), 10_000).unref()
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { role: { equals: 'admin' }, id: { not_in: [...resigning] } },
    req,
    // The rule counts all administrators, whichever user sends the request.
    overrideAccess: true,
  })
  if (totalDocs > 0)
    return
  resigning.delete(id)
  throw new APIError('This is the only administrator. Make another user one first.', 409, null, true)
}
