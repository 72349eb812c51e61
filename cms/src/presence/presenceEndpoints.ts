import type { CollectionSlug, Endpoint, GlobalSlug, PayloadRequest, Where } from 'payload'
import type { DocumentPlace } from './documentKey.ts'
import { APIError, Forbidden } from 'payload'
import { errorResponse } from '../server/errorResponse.ts'
import { requireReadableDocument } from '../server/requireReadableDocument.ts'
import { documentKey } from './documentKey.ts'
import { presenceStoreOf } from './presenceStoreOf.ts'
import { presenceBoard } from './startPresence.ts'
import { issueTicket, TICKET_LIFETIME_MS } from './ticket.ts'

/** The answer to a request for a ticket. */
export interface TicketAnswer {
  ticket: string
  /** Milliseconds after which to request another. */
  renewAfterMs: number
}

/** The documents of a collection that are open, by id, each with those who have it open. */
export type OpenDocuments = Record<string, { user: string, name: string }[]>

export const collectionPresenceEndpoints: Endpoint[] = [
  // `GET /api/{collection}/presence` returns which documents are open, of those that the user may read.
  { path: '/presence', method: 'get', handler: signedIn(listOpen) },
  // `GET /api/{collection}/:id/presence` returns a ticket for reports about a document.
  {
    path: '/:id/presence',
    method: 'get',
    handler: signedIn(async (req) => {
      const place = await requireReadableDocument(req)
      return ticketFor(place, await mayChange(place, req), req)
    }),
  },
  // `POST /api/{collection}/:id/presence` takes over the form of another tab, or of another user.
  {
    path: '/:id/presence',
    method: 'post',
    handler: signedIn(async (req) => {
      const place = await requireReadableDocument(req)
      return takeOver(place, await mayChange(place, req), req)
    }),
  },
]

/** The same for a global. */
export function globalPresenceEndpoints(global: GlobalSlug): Endpoint[] {
  return [
    {
      path: '/presence',
      method: 'get',
      handler: signedIn(async (req) => {
        await req.payload.findGlobal({ slug: global, depth: 0, select: {}, overrideAccess: false, req })
        return ticketFor({ global }, await mayChangeGlobal(global, req), req)
      }),
    },
    {
      path: '/presence',
      method: 'post',
      handler: signedIn(async req => takeOver({ global }, await mayChangeGlobal(global, req), req)),
    },
  ]
}

type SignedIn = PayloadRequest & { user: NonNullable<PayloadRequest['user']> }

function signedIn(handler: (req: SignedIn) => Promise<Response>): Endpoint['handler'] {
  return async req => req.user ? handler(req as SignedIn) : errorResponse(401, 'Sign in to see who is working on what.')
}

function ticketFor(place: DocumentPlace, mayChange: boolean, { user }: SignedIn): Response {
  const ticket = issueTicket({
    user: String(user.id),
    name: nameOf(user),
    document: documentKey(place),
    mayChange,
  })
  return Response.json({ ticket, renewAfterMs: TICKET_LIFETIME_MS * 0.8 } satisfies TicketAnswer)
}

async function mayChange(
  { collection, id }: { collection: CollectionSlug, id: string },
  req: PayloadRequest,
): Promise<boolean> {
  const allowed = await req.payload.collections[collection].config.access.update({ id, req })
  if (typeof allowed === 'boolean')
    return allowed
  const where: Where = { and: [{ id: { equals: id } }, allowed] }
  const { totalDocs } = await req.payload.count({ collection, where, trash: true, overrideAccess: true, req })
  return totalDocs > 0
}

async function mayChangeGlobal(global: GlobalSlug, req: PayloadRequest): Promise<boolean> {
  const { access } = req.payload.globals.config.find(({ slug }) => slug === global)!
  // A global is one document, which a query cannot leave out.
  return Boolean(await access.update({ req }))
}

/**
 * Takes over the form `from` for the form `by`, which is one of the user’s own.
 * @throws {Forbidden} if the user may not change the document
 */
async function takeOver(place: DocumentPlace, mayChange: boolean, req: SignedIn): Promise<Response> {
  if (!mayChange)
    throw new Forbidden(req.t)
  const { from, by } = await req.json?.() as { from?: unknown, by?: unknown }
  if (typeof from !== 'string' || typeof by !== 'string')
    throw new APIError('“from” and “by” have to be the tabs of two open forms.', 400, null, true)
  const at = new Date().toISOString()
  const { id, ...user } = req.user
  await presenceStoreOf(req.payload).takeOver(documentKey(place), from, {
    tab: `${id}.${by}`,
    name: nameOf(user),
    at,
  })
  return Response.json({ at })
}

async function listOpen(req: SignedIn): Promise<Response> {
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

function nameOf({ name, email }: { name?: string | null, email?: string | null }): string {
  return name || email || 'Another user'
}
