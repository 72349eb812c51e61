import type { PayloadRequest } from 'payload'
import type { DraftSlug } from '../DraftSlug.ts'
import { tagOf } from '@masthead/shared/tags'
import { executeAccess, Forbidden, NotFound } from 'payload'
import { lockDocument } from '../../database/lockDocument.ts'

/**
 * Returns the document, if the user may save drafts of it. Other requests cannot save it until this one ends.
 *
 * @throws {Forbidden} as an update of it would be refused
 * @throws {NotFound} if there is none outside the trash
 */
export async function requireDraftableDocument(
  req: PayloadRequest,
  id: string,
): Promise<{ collection: DraftSlug, id: string }> {
  const collection = req.routeParams?.collection as DraftSlug
  const { access } = req.payload.collections[collection].config
  const rule = await executeAccess({ id, data: { _status: 'draft' }, req }, access.update)
  await lockDocument(req, tagOf(collection, id))
  const { totalDocs } = await req.payload.count({
    collection,
    where: { and: [{ id: { equals: id } }, ...(typeof rule === 'object' ? [rule] : [])] },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0)
    throw typeof rule === 'object' ? new Forbidden(req.t) : new NotFound(req.t)
  return { collection, id }
}
