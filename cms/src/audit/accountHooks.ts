import type { User } from '@masthead/shared/payload-types'
import type {
  CollectionAfterChangeHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
} from 'payload'
import type { EventName } from './EVENTS.ts'
import { isNotice } from '../users/notices/NOTICES.ts'
import { sendNotice } from '../users/notices/sendNotice.ts'
import { SESSION_DISCARDED } from '../users/secondFactor/requireSecondFactor.ts'
import { hasSecondFactor } from '../users/secondFactor/secondFactor.ts'
import { recordEvent } from './recordEvent.ts'

/** Hooks that record sign-ins and changes of accounts that decide their users' rights. */

export const beforeAccountChange: CollectionBeforeChangeHook<User> = ({ data, operation, originalDoc }) => {
  // Payload removes the password from the data before the change.
  changes.set(data, operation === 'create' ? ['created'] : changesOf(data, originalDoc))
  return data
}

export const afterAccountChange: CollectionAfterChangeHook<User> = async (
  { data, doc, operation, previousDoc, req },
) => {
  const about = {
    about: 'users',
    documentId: operation === 'create' ? doc.id : previousDoc.id,
    title: data.name ?? previousDoc.name,
  }
  const events = changes.get(data)
  if (!events)
    throw new Error('A hook of users replaced the data after the audit log had seen it.')
  for (const event of events) {
    await recordEvent(req, { event, ...about })
    if (isNotice(event))
      void sendNotice(req, event, previousDoc.email)
  }
  return doc
}

/** Marks a password reset by a token: it runs no change hooks, but signs the user in. */
export const beforePasswordReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'resetPassword')
    req.context[IS_RESETTING] = true
  return args
}

export const afterLogin: CollectionAfterLoginHook<User> = async ({ req, user }) => {
  const about = { about: 'users', documentId: user.id, title: user.name }
  if (req.context[IS_RESETTING] === true) {
    await recordEvent(req, { event: 'password-changed', ...about })
    void sendNotice(req, 'password-changed', user.email)
  }
  // A reset by a token does not sign in users with a second factor.
  if (req.context[SESSION_DISCARDED] !== true || !await hasSecondFactor(req.payload.db, user.id, req))
    await recordEvent(req, { event: 'signed-in', ...about })
}

export const afterLogout: CollectionAfterLogoutHook<User> = async ({ req }) => {
  await recordEvent(req, { event: 'signed-out', about: 'users', documentId: req.user?.id, title: req.user?.name })
}

const IS_RESETTING = 'isResettingPassword'

/** The events of a change, by the data that Payload is about to store. */
const changes = new WeakMap<object, EventName[]>()

function changesOf(data: Partial<User>, before: User | undefined): EventName[] {
  return [
    ...(data.password ? ['password-changed'] as const : []),
    ...(data.email !== undefined && data.email !== before?.email ? ['email-changed'] as const : []),
    ...(data.role !== undefined && data.role !== before?.role ? ['role-changed'] as const : []),
  ]
}
