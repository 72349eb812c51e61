import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook, Endpoint, PayloadRequest } from 'payload'
import type { DraftSlug } from './DraftSlug.ts'
import {
  APIError,
  commitTransaction,
  initTransaction,
  killTransaction,
  parseParams,
  restoreVersionOperation,
} from 'payload'
import { ASK_AN_EDITOR, isLimitedToDrafts } from './limitToDrafts.ts'

/**
 * `POST /api/{collection}/versions/:id` restores an earlier version, always as a draft: `?draft=false`, which Payload's
 * own route understands, would store a draft for readers. With `{ "_status": "published" }` in its body it also
 * publishes the restored document.
 */
export const restoreVersionEndpoint: Omit<Endpoint, 'root'> = {
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    const slug = req.routeParams?.collection as DraftSlug
    const collection = req.payload.collections[slug]
    const publishes = await saysPublished(req)
    if (publishes && await isLimitedToDrafts(collection.config, req))
      throw new APIError(ASK_AN_EDITOR, 403, null, true)
    const { depth, populate } = parseParams(req.query)
    const shouldCommit = await initTransaction(req)
    try {
      const id = String(req.routeParams?.id)
      const restored = await restoreVersionOperation({
        id,
        collection,
        draft: true,
        depth,
        populate,
        overrideAccess: false,
        req,
      })
      const doc = publishes ? await publish(slug, String(restored.id), { depth, populate, req }) : restored
      if (shouldCommit)
        await commitTransaction(req)
      return Response.json({ ...doc, message: publishes ? 'Restored and published.' : 'Restored as a draft.' })
    }
    catch (error) {
      await killTransaction(req)
      throw error
    }
  },
}

/** Refuses every other way of restoring a version unless it restores a draft. */
export const requireRestoreAsDraft: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === 'restoreVersion' && !(args as { draft?: boolean }).draft)
    throw new APIError('A version is restored as a draft. Publish it afterwards.', 400, null, true)
  return args
}

/** Makes the restored document a draft outside the trash for all later hooks, even if its version was in the trash. */
export const restoreAsDraft: CollectionBeforeValidateHook = ({ collection, data, req }) =>
  req.context.isRestoringVersion ? { ...data, _status: 'draft', ...(collection.trash && { deletedAt: null }) } : data

async function saysPublished(req: PayloadRequest): Promise<boolean> {
  const body: unknown = await req.json?.().catch(() => undefined)
  return typeof body === 'object' && body !== null && '_status' in body && body._status === 'published'
}

function publish(
  collection: DraftSlug,
  id: string,
  { req, ...options }: { req: PayloadRequest, depth?: number, populate?: object },
) {
  // Payload leaves this mark behind, and would treat later operations as part of the restoration.
  delete req.context.isRestoringVersion
  return req.payload.update({ collection, id, data: { _status: 'published' }, ...options, overrideAccess: false, req })
}
