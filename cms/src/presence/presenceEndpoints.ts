import type { Endpoint, GlobalSlug, PayloadRequest } from 'payload'
import type { DocumentPlace } from './documentKey.ts'
import { APIError, Forbidden } from 'payload'
import { errorResponse } from '../server/errorResponse.ts'
import { requireReadableDocument } from '../server/requireReadableDocument.ts'
import { documentKey } from './documentKey.ts'
import { listOpenDocuments } from './listOpenDocuments.ts'
import { mayChange } from './mayChange.ts'
import { presenceStoreOf } from './presenceStoreOf.ts'
import { issueTicket, TICKET_LIFETIME_MS } from './ticket.ts'

/** The answer to a request for a ticket. */
export interface TicketAnswer {
  ticket: string
  /** Milliseconds after which to request another. */
  renewAfterMs: number
}

export const collectionPresenceEndpoints: Endpoint[] = [
  // `GET /api/{collection}/presence` returns which documents are open, and who has them open.
  { path: '/presence', method: 'get', handler: signedIn(listOpenDocuments) },
  // `GET /api/{collection}/:id/presence` returns a ticket for reports about a document.
  {
    path: '/:id/presence',
    method: 'get',
    handler: signedIn(async req => sendTicket(await requireReadableDocument(req), req)),
  },
  // `POST /api/{collection}/:id/presence` takes over the form of another tab, or of another user.
  {
    path: '/:id/presence',
    method: 'post',
    handler: signedIn(async req => takeOver(await requireReadableDocument(req), req)),
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
        return sendTicket({ global }, req)
      }),
    },
    { path: '/presence', method: 'post', handler: signedIn(req => takeOver({ global }, req)) },
  ]
}

type SignedIn = PayloadRequest & { user: NonNullable<PayloadRequest['user']> }

function signedIn(handler: (req: SignedIn) => Promise<Response>): Endpoint['handler'] {
  return async req => req.user ? handler(req as SignedIn) : errorResponse(401, 'Sign in to see who is working on what.')
}

/** The caller has checked that the user may read the document. */
async function sendTicket(place: DocumentPlace, req: SignedIn): Promise<Response> {
  const ticket = issueTicket({
    user: String(req.user.id),
    name: nameOf(req.user),
    document: documentKey(place),
    mayChange: await mayChange(place, req),
  })
  return Response.json({ ticket, renewAfterMs: TICKET_LIFETIME_MS * 0.8 } satisfies TicketAnswer)
}

/**
 * Takes over the form `from` for the form `by`, which is one of the user’s own.
 * @throws {Forbidden} if the user may not change the document
 */
async function takeOver(place: DocumentPlace, req: SignedIn): Promise<Response> {
  if (!await mayChange(place, req))
    throw new Forbidden(req.t)
  const { from, by } = await req.json?.() as { from?: unknown, by?: unknown }
  if (typeof from !== 'string' || typeof by !== 'string')
    throw new APIError('“from” and “by” have to be the tabs of two open forms.', 400, null, true)
  const at = new Date().toISOString()
  const tab = `${req.user.id}.${by}`
  await presenceStoreOf(req.payload).takeOver(documentKey(place), from, { tab, name: nameOf(req.user), at })
  return Response.json({ at })
}

function nameOf({ name, email }: { name?: string | null, email?: string | null }): string {
  return name || email || 'Another user'
}
