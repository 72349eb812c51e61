import type { CollectionSlug, PayloadRequest } from 'payload'
import { presenceBoard } from './startPresence.ts'

/** The documents of a collection that are open, by id, each with those who have it open. */
export type OpenDocuments = Record<string, { user: string, name: string }[]>

/** Returns the documents of the request’s collection that are open, of those that its user may read. */
export async function listOpenDocuments(req: PayloadRequest): Promise<Response> {
  const collection = req.routeParams?.collection as CollectionSlug
  const prefix = `${collection}/`
  // The server answers no route before it has made the board.
  const open = (await presenceBoard()!.openForms()).filter(({ document }) => document.startsWith(prefix))
  const ids = [...new Set(open.map(({ document }) => document.slice(prefix.length)))]
  const readable = ids.length === 0 ? [] : await readableIds(collection, ids, req)
  const documents: OpenDocuments = Object.fromEntries(readable.map(id => [
    id,
    open.filter(({ document }) => document === prefix + id).map(({ user, name }) => ({ user, name })),
  ]))
  return Response.json(documents, { headers: { 'cache-control': 'no-store' } })
}

async function readableIds(collection: CollectionSlug, ids: string[], req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    draft: true,
    trash: true,
    depth: 0,
    limit: 0,
    pagination: false,
    select: {},
    overrideAccess: false,
    req,
  })
  return docs.map(({ id }) => String(id))
}
