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
 * Judges the current password that a request about users shows, before any transaction begins: an attempt stays
 * counted when the request fails.
 */
export async function judgeCurrentPasswords(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  const users = config.collections.find(({ slug }) => slug === 'users')!
  users.endpoints = (users.endpoints || []).map(endpoint => GUARDED.has(`${endpoint.method} ${endpoint.path}`) ? judged(endpoint) : endpoint)
  return config
}

/**
 * Requires the current password of the user who changes a password, an e-mail address or a role, makes an
 * administrator, or deletes a user. What the CMS does without a user (the first administrator, tokens, imports) is not asked for one.
 */
export const requireCurrentPassword: CollectionBeforeOperationHook<'users'> = async ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess || !req.user)
    return
  const { id, data } = args as { id?: number | string, data?: Partial<User> }
  // Payload refuses all others, and a comparison here would tell them what an address or a role is not.
  if (!hasRole(req, 'admin') && (operation !== 'update' || (id !== undefined && String(id) !== String(req.user.id))))
    return
  const makesAdmin = operation === 'create' && data?.role === 'admin'
  if (makesAdmin || operation === 'delete' || (operation === 'update' && await changesAccess(req, id, data ?? {})))
    requireConfirmation(req)
}

/** The current password is judged and goes no further: no hook sees it, and nothing stores it. */
export const dropCurrentPassword: CollectionBeforeOperationHook<'users'> = ({ args }) => {
  if (!('data' in args) || !args.data || !('currentPassword' in args.data))
    return
  const { currentPassword: _, ...data } = args.data
  return { ...args, data } as typeof args
}

/** @throws {ValidationError} unless the request has shown the current password of its user. */
export function requireConfirmation(req: PayloadRequest): void {
  if (req.context[CONFIRMED] !== true)
    throw problem('Enter your current password to do this.')
}

/** In the context of requests that have shown the right password: operations within a request get copies of it. */
const CONFIRMED = 'isPasswordConfirmed'

/** The routes on which it is asked for. */
const GUARDED = new Set(['post /', 'patch /', 'patch /:id', 'delete /', 'delete /:id', 'post /:id/one-time-link', 'post /:id/second-factor/totp', 'post /:id/second-factor/recovery-codes', 'delete /:id/second-factor', 'post /:id/second-factor/passkey-options', 'delete /:id/second-factor/passkeys/:passkey'])

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

/** From the header, or the body as `currentPassword`. */
async function shownPassword(req: PayloadRequest): Promise<string | undefined> {
  const header = req.headers.get(CURRENT_PASSWORD_HEADER)
  if (header !== null)
    return decoded(header)
  const body = await bodyOf(req as PayloadRequest & Request)
  return typeof body === 'object' && body !== null && 'currentPassword' in body ? String(body.currentPassword) : undefined
}

/** Headers carry ASCII alone. */
function decoded(header: string): string {
  try {
    return decodeURIComponent(header)
  }
  catch {
    throw problem(`Write it percent-encoded in the header ${CURRENT_PASSWORD_HEADER}.`)
  }
}

/** Reads a copy: the endpoint itself reads the body after. What is no JSON is for the endpoint to refuse. */
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

/** Many users at once are not compared one by one: naming such a field is enough. */
async function changesAccess(req: PayloadRequest, id: number | string | undefined, data: Partial<User>): Promise<boolean> {
  if (data.password)
    return true
  if (id === undefined)
    return data.email !== undefined || data.role !== undefined
  if (data.email === undefined && data.role === undefined)
    return false
  const stored = await req.payload.db.findOne<User>({ collection: 'users', where: { id: { equals: id } }, req })
  return stored !== null && ((data.email !== undefined && data.email !== stored.email) || (data.role !== undefined && data.role !== stored.role))
}

function problem(message: string): ValidationError {
  return new ValidationError({ collection: 'users', errors: [{ label: 'Current password', path: 'currentPassword', message }] })
}
