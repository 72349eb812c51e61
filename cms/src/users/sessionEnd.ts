import type { User } from '@masthead/shared/payload-types'
import type { CollectionAfterReadHook } from 'payload'

export type Session = NonNullable<User['sessions']>[number]

/** Seconds without a renewal after which a session ends. */
export const idleTimeoutSeconds = 12 * 60 * 60

/** Returns when a session ends unless it is renewed. No renewal extends it beyond 30 days. */
export function endOf({ createdAt, expiresAt }: Session): Date {
  const idleEnd = Date.parse(expiresAt)
  return new Date(createdAt ? Math.min(idleEnd, Date.parse(createdAt) + MAX_LIFETIME_MS) : idleEnd)
}

/** Leaves out expired sessions, so that their tokens are invalid: Payload reads the user at each request. */
export const withoutEndedSessions: CollectionAfterReadHook<User> = ({ doc }) =>
  doc.sessions ? { ...doc, sessions: doc.sessions.filter(session => endOf(session) > new Date()) } : doc

const MAX_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000
