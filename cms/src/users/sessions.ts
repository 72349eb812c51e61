import type { User } from '@masthead/shared/payload-types'
import type { Endpoint, PayloadRequest } from 'payload'
import type { Session } from './sessionEnd.ts'
import { createHash } from 'node:crypto'
import { commitTransaction, Forbidden, initTransaction, killTransaction, NotFound } from 'payload'
import { hasRole } from '../access.ts'
import { recordEvent } from '../audit/recordEvent.ts'
import { endOf } from './sessionEnd.ts'

export interface SessionRow {
  /** Identifies the session in the API. The session's own id stays on the server. */
  key: string
  begunAt: string
  expiresAt: string
  /** Whether it is the session of this request. */
  isThis: boolean
}

/** `GET /api/users/:id/sessions` lists a user's sessions, newest first, for the user and for administrators. */
const listEndpoint: Endpoint = {
  path: '/:id/sessions',
  method: 'get',
  handler: async (req) => {
    const id = personOf(req)
    const docs = (await sessionsOf(id, req))
      .map(session => rowOf(session, req))
      .sort((one, other) => other.begunAt.localeCompare(one.begunAt))
    return Response.json({ docs }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

/** `DELETE /api/users/:id/sessions/:session` ends a session: its token is invalid from then on. */
const endEndpoint: Endpoint = {
  path: '/:id/sessions/:session',
  method: 'delete',
  handler: async (req) => {
    const ended = await endWhere(personOf(req), req, session => keyOf(session) === req.routeParams?.session)
    if (ended === 0)
      throw new NotFound(req.t)
    return Response.json({ ended })
  },
}

/** `DELETE /api/users/:id/sessions` ends all sessions except that of the request. */
const endOthersEndpoint: Endpoint = {
  path: '/:id/sessions',
  method: 'delete',
  handler: async req => Response.json({ ended: await endOtherSessions(personOf(req), req) }),
}

export const sessionEndpoints: Endpoint[] = [listEndpoint, endEndpoint, endOthersEndpoint]

/** Ends the other sessions of a user. Returns how many. */
export function endOtherSessions(id: string, req: PayloadRequest): Promise<number> {
  return endWhere(id, req, session => session.id !== ownId(req))
}

/** Ends all sessions of a user. Returns how many. */
export function endAllSessions(id: string, req: PayloadRequest): Promise<number> {
  return endWhere(id, req, () => true)
}

function personOf(req: PayloadRequest): string {
  const id = String(req.routeParams?.id)
  if (!hasRole(req, 'admin') && id !== String(req.user?.id))
    throw new Forbidden(req.t)
  return id
}

async function sessionsOf(id: string, req: PayloadRequest): Promise<Session[]> {
  return (await userWithSessions(id, req)).sessions ?? []
}

function userWithSessions(id: string, req: PayloadRequest): Promise<User> {
  // Payload shows sessions only to their user. The callers have checked who may see them.
  return req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, req })
}

/** Ends the sessions that match. Returns how many. */
async function endWhere(id: string, req: PayloadRequest, isMeant: (session: Session) => boolean): Promise<number> {
  const shouldCommit = await initTransaction(req)
  try {
    const { name, sessions } = await userWithSessions(id, req)
    const all = sessions ?? []
    const kept = all.filter(session => !isMeant(session))
    // As Payload itself does it: without hooks, and without a new date of change.
    await req.payload.db.updateOne({
      collection: 'users',
      id,
      data: { sessions: kept, updatedAt: null },
      req,
      returning: false,
    })
    if (kept.length < all.length)
      await recordEvent(req, { event: 'sessions-ended', about: 'users', documentId: id, title: name })
    if (shouldCommit)
      await commitTransaction(req)
    return all.length - kept.length
  }
  catch (error) {
    await killTransaction(req)
    throw error
  }
}

function rowOf(session: Session, req: PayloadRequest): SessionRow {
  const { createdAt, expiresAt } = session
  return {
    key: keyOf(session),
    begunAt: createdAt ?? expiresAt,
    expiresAt: endOf(session).toISOString(),
    isThis: session.id === ownId(req),
  }
}

function keyOf({ id }: Session): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 24)
}

function ownId(req: PayloadRequest): string | undefined {
  return (req.user as { _sid?: string } | null)?._sid
}
