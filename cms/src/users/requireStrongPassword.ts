import type { User } from '@masthead/shared/payload-types'
import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook, PayloadRequest, Where } from 'payload'
import { ValidationError } from 'payload'
import { env } from '../env.ts'
import { passwordProblem } from './passwordProblem.ts'
import { digestToken } from './resetToken.ts'

/**
 * Refuses a password that is easy to guess. It does not check operations without a user, such as creating the first
 * administrator.
 */
export const requireStrongPassword: CollectionBeforeValidateHook<User> = async ({ data, originalDoc, req }) => {
  if (req.user && typeof data?.password === 'string')
    await refuseWeak(req, data.password, { ...originalDoc, ...data })
  return data
}

/** Refuses a weak password in a reset by a token, too. */
export const requireStrongReset: CollectionBeforeOperationHook<'users'> = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword')
    return
  const { data: { token, password } } = args as unknown as { data: { token: string, password: string } }
  const where: Where = {
    resetPasswordToken: { equals: digestToken(token) },
    resetPasswordExpiration: { greater_than: new Date().toISOString() },
  }
  const user = await req.payload.db.findOne<User>({ collection: 'users', where, req })
  // If there is none, Payload says that the token is unknown or has expired.
  if (user)
    await refuseWeak(req, password, user)
}

async function refuseWeak(req: PayloadRequest, password: string, { name, email }: Partial<User>): Promise<void> {
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: true, req })
  const message = passwordProblem(
    password,
    [name, email, site.name, 'Masthead', new URL(env.cmsUrl).hostname, new URL(env.siteUrl).hostname].filter(words =>
      words != null,
    ),
  )
  if (message)
    throw new ValidationError({ collection: 'users', errors: [{ label: 'Password', path: 'password', message }] })
}
