import type { Endpoint, GlobalSlug, PayloadRequest } from 'payload'
import { tagOf } from '@masthead/shared/tags'
import { APIError, Forbidden } from 'payload'
import { requireReadableDocument } from '../../server/requireReadableDocument.ts'
import { deleteHeldChange, findHeldChanges } from './heldChangeStore.ts'

/**
 * `GET /api/{collection}/:id/held-changes` returns the user's own held changes to a document; `DELETE` deletes that
 * with `?held=`, its id.
 */
export const heldChangesEndpoints: Endpoint[] = endpoints('/:id/held-changes', async (req) => {
  const { collection, id } = await requireReadableDocument(req)
  return tagOf(collection, id)
})

/** The same for a global. */
export function globalHeldChangesEndpoints(global: string): Endpoint[] {
  return endpoints('/held-changes', async (req) => {
    if (!req.user)
      throw new Forbidden(req.t)
    await req.payload.findGlobal({ slug: global as GlobalSlug, depth: 0, select: {}, overrideAccess: false, req })
    return tagOf('globals', global)
  })
}

function endpoints(path: string, documentOf: (req: PayloadRequest) => Promise<string>): Endpoint[] {
  return [
    {
      path,
      method: 'get',
      handler: async req => Response.json({ held: await findHeldChanges(req, await documentOf(req)) }),
    },
    {
      path,
      method: 'delete',
      handler: async (req) => {
        const document = await documentOf(req)
        const { held } = req.query
        if (typeof held !== 'string')
          throw new APIError('Say which held change to delete: ?held=, its id.', 400, null, true)
        await deleteHeldChange(req, document, held)
        return Response.json({ held: await findHeldChanges(req, document) })
      },
    },
  ]
}
