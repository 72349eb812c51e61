import type { CollectionSlug, PayloadRequest } from 'payload'
import { Forbidden } from 'payload'

/**
 * Returns the document of a route `/:id/…` of a collection.
 *
 * @throws {Forbidden} for anonymous visitors
 * @throws {NotFound} for users who may not read it: for them it does not exist
 */
export async function requireReadableDocument(
  req: PayloadRequest,
): Promise<{ collection: CollectionSlug, id: string }> {
  if (!req.user)
    throw new Forbidden(req.t)
  const collection = req.routeParams?.collection as CollectionSlug
  const id = String(req.routeParams?.id)
  await req.payload.findByID({
    collection,
    id,
    draft: true,
    trash: true,
    depth: 0,
    select: {},
    overrideAccess: false,
    req,
  })
  return { collection, id }
}
