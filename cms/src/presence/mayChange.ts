import type { PayloadRequest, Where } from 'payload'
import type { DocumentPlace } from './documentKey.ts'

/** Whether the user of a request may change a document or a global. */
export async function mayChange(place: DocumentPlace, req: PayloadRequest): Promise<boolean> {
  if ('global' in place) {
    const { access } = req.payload.globals.config.find(({ slug }) => slug === place.global)!
    // A global is one document, which a query cannot leave out.
    return Boolean(await access.update({ req }))
  }
  const { collection, id } = place
  const allowed = await req.payload.collections[collection].config.access.update({ id, req })
  if (typeof allowed === 'boolean')
    return allowed
  const where: Where = { and: [{ id: { equals: id } }, allowed] }
  const { totalDocs } = await req.payload.count({ collection, where, trash: true, overrideAccess: true, req })
  return totalDocs > 0
}
