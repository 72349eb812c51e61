import type { TypedUser } from 'payload'
import type { ApiHandler } from '../../server/ApiHandler.ts'
import { executeAuthStrategies, getPayload } from 'payload'
import { env } from '../../env.ts'
import config from '../../payload.config.ts'
import { errorResponse } from '../../server/errorResponse.ts'
import { hasSecondFactor } from './secondFactor.ts'

export const SET_UP_FIRST
  = 'Your role needs a second factor. Set it up in the admin, under /admin/second-factor, to do anything else.'

/** Answers 403 to a user whose role needs a second factor and who has none, except on the routes to set one up. */
export function requireSetUp(handler: ApiHandler): ApiHandler {
  if (env.secondFactorRoles.length === 0)
    return handler
  return async (request, context) => {
    const { slug = [] } = await context.params
    const user = await userWithoutFactor(request.headers)
    return user && !leadsToFactor(request.method, slug, String(user.id))
      ? errorResponse(403, SET_UP_FIRST)
      : handler(request, context)
  }
}

/** Returns the user of a request if the role needs a second factor and the user has none. */
export async function userWithoutFactor(headers: Headers): Promise<TypedUser | undefined> {
  if (env.secondFactorRoles.length === 0)
    return undefined
  const payload = await getPayload({ config })
  const { user } = await executeAuthStrategies({ headers, payload })
  return user && env.secondFactorRoles.includes(user.role) && !await hasSecondFactor(payload.db, user.id)
    ? user
    : undefined
}

function leadsToFactor(method: string, slug: string[], id: string): boolean {
  const [collection, first, second] = slug
  return collection === 'users'
    && (OF_THE_SESSION.has(`${method} ${slug.slice(1).join('/')}`) || (first === id && second === 'second-factor'))
}

const OF_THE_SESSION = new Set([
  'GET me',
  'POST login',
  'POST passkey-login',
  'POST passkey-options',
  'POST logout',
  'POST refresh-token',
  'POST forgot-password',
  'POST reset-password',
])
