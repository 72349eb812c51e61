import type { ApiHandler } from '../server/ApiHandler.ts'
import { executeAuthStrategies, getPayload } from 'payload'
import config from '../payload.config.ts'
import { errorResponse } from '../server/errorResponse.ts'
import { SIGNED_IN_AS } from './SIGNED_IN_AS.ts'

/**
 * Guards `handler` for requests of the admin, which name their user: answers 401 if that user is no longer signed in.
 * Without it, a form left open would read as an anonymous visitor, and save in the name of the next user.
 */
export function refuseOtherPerson(handler: ApiHandler): ApiHandler {
  return async (request, context) =>
    await isSignedInAsSaid(request.headers)
      ? handler(request, context)
      : errorResponse(401, 'You were signed out. Sign in again and repeat your last step.')
}

/** Whether the user whom a request names is signed in. True if it names none. */
export async function isSignedInAsSaid(headers: Headers): Promise<boolean> {
  const person = headers.get(SIGNED_IN_AS)
  if (person === null)
    return true
  const { user } = await executeAuthStrategies({ headers, payload: await getPayload({ config }) })
  return String(user?.id) === person
}
