import type { User } from '@masthead/shared/payload-types'
import type { CollectionBeforeOperationHook, Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import { ValidationError } from 'payload'
import { hasRole } from '../access.ts'
import { LANES } from './attempts/LANES.ts'
import { reserveAttempt } from './attempts/reserveAttempt.ts'
import { withRetryAfter } from './attempts/TooManyAttempts.ts'
import { CURRENT_PASSWORD_HEADER } from './CURRENT_PASSWORD_HEADER.ts'
import { judgePassword } from './judgePassword.ts'

/**
 * Judges the current password that a request about users carries. It runs before any transaction begins, so that an
 * attempt stays counted if the request fails.
 */
export async function judgeCurrentPasswords(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  const users = config.collections.find(({ slug }) => slug === 'users')!
  users.endpoints = (users.endpoints || []).map(endpoint =>
    GUARDED.has(`${endpoint.method} ${endpoint.path}`) ? judged(endpoint) : endpoint,
  )
  return config
}

/**
 * Requires the current password of a user who changes a password, an e-mail address or a role, creates an
 * administrator, or deletes a user. Operations without a user (the first administrator, tokens, imports) need none.
 */
export const requireCurrentPassword: CollectionBeforeOperationHook<'users'> = async (
  { args, operation, overrideAccess, req },
) => {
  if (overrideAccess || !req.user)
    return
  const { id, data } = args as { id?: number | string, data?: Partial<User> }
  // Payload refuses all other users. A comparison here would reveal to them whether an address or a role matches.
  if (!hasRole(req, 'admin') && (operation !== 'update' || (id !== undefined && String(id) !== String(req.user.id))))
    return
  const makesAdmin = operation === 'create' && data?.role === 'admin'
  if (makesAdmin || operation === 'delete' || (operation === 'update' && await changesAccess(req, id, data ?? {})))
    requireConfirmation(req)
}

/** Removes the current password after its check, so that no hook sees it and nothing stores it. */
export const dropCurrentPassword: CollectionBeforeOperationHook<'users'> = ({ args }) => {
  if (!('data' in args) || !args.data || !('currentPassword' in args.data))
    return
  const { currentPassword: _, ...data } = args.data
  return { ...args, data } as typeof args
}

/**
 * Checks that the request has shown its user's current password.
 * @throws {ValidationError} if it has not
 */
export function requireConfirmation(req: PayloadRequest): void {
  if (req.context[CONFIRMED] !== true)
    throw problem('Enter your current password to do this.')
}

/** The context key of requests with the right password: operations within a request get copies of its context. */
const CONFIRMED = 'isPasswordConfirmed'

/** The routes that require the current password. */
const GUARDED = new Set([
  'post /',
  'patch /',
  'patch /:id',
  'delete /',
  'delete /:id',
  'post /:id/one-time-link',
  'post /:id/second-factor/totp',
  'post /:id/second-factor/recovery-codes',
  'delete /:id/second-factor',
  'post /:id/second-factor/passkey-options',
  'delete /:id/second-factor/passkeys/:passkey',
])

function judged(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      const password = await shownPassword(req)
      if (password !== undefined && req.user)
        await withRetryAfter(req, () => confirm(req, req.user!, password))
      return endpoint.handler(req)
    },
  }
}

async function confirm(req: PayloadRequest, { id }: { id: number | string }, password: string): Promise<void> {
  const attempt = await reserveAttempt(req.payload.db, [{ limit: 'confirmation', subject: String(id) }])
  const user = await req.payload.db.findOne<User>({ collection: 'users', where: { id: { equals: id } } })
  if (!await LANES.known.run(() => judgePassword(req, user ?? undefined, password)))
    throw problem('This is not your current password.')
  await attempt.release()
  req.context[CONFIRMED] = true
}

/** Returns the password in the header, or in the body as `currentPassword`. */
async function shownPassword(req: PayloadRequest): Promise<string | undefined> {
  const header = req.headers.get(CURRENT_PASSWORD_HEADER)
  if (header !== null)
    return decoded(header)
  const body = await bodyOf(req as PayloadRequest & Request)
  return typeof body === 'object' && body !== null && 'currentPassword' in body
    ? String(body.currentPassword)
    : undefined
}

/** Decodes a header, which carries only ASCII. */
function decoded(header: string): string {
  try {
    return decodeURIComponent(header)
  }
  catch {
    throw problem(`Write it percent-encoded in the header ${CURRENT_PASSWORD_HEADER}.`)
  }
}

/**
 * Returns a copy of the body, because the endpoint reads it afterwards; undefined for invalid JSON, which the endpoint
 * refuses.
 */
async function bodyOf(req: Request): Promise<unknown> {
  const type = req.headers.get('content-type') ?? ''
  try {
    if (type.startsWith('application/json'))
      return await req.clone().json() as unknown
    if (type.startsWith('multipart/'))
      return JSON.parse(String((await req.clone().formData()).get('_payload'))) as unknown
  }
  catch {
    return undefined
  }
}

/**
 * Whether an update changes the rights of a user. In a bulk update the mere presence of such a field counts: comparing
 * each user would take too long.
 */
async function changesAccess(
  req: PayloadRequest,
  id: number | string | undefined,
  data: Partial<User>,
): Promise<boolean> {
  if (data.password)
    return true
  if (id === undefined)
    return data.email !== undefined || data.role !== undefined
  if (data.email === undefined && data.role === undefined)
    return false
  const stored = await req.payload.db.findOne<User>({ collection: 'users', where: { id: { equals: id } }, req })
  return stored !== null
    && ((data.email !== undefined && data.email !== stored.email)
      || (data.role !== undefined && data.role !== stored.role))
}

function problem(message: string): ValidationError {
  return new ValidationError({
    collection: 'users',
    errors: [{ label: 'Current password', path: 'currentPassword', message }],
  })
}
