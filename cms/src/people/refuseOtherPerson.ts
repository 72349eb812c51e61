import type { ApiHandler } from '../server/guardRequests.ts'
import { executeAuthStrategies, getPayload } from 'payload'
import config from '../payload.config.ts'
import { errorResponse } from '../server/errorResponse.ts'
import { SIGNED_IN_AS } from './SIGNED_IN_AS.ts'

/**
 * `handler` for requests of the admin, which say whose they are: answers 401 where that person is not signed in any
 * more. Without it, a form left open would read as a stranger, and save in the name of whoever signed in since.
 */
export function refuseOtherPerson(handler: ApiHandler): ApiHandler {
  return async (request, context) =>
    await isSignedInAsSaid(request.headers)
      ? handler(request, context)
      : errorResponse(401, 'You were signed out. Sign in again, and repeat what you did.')
}

/** Whether a request is that of the person it says, if it says so. */
export async function isSignedInAsSaid(headers: Headers): Promise<boolean> {
  const person = headers.get(SIGNED_IN_AS)
  if (person === null)
    return true
  const { user } = await executeAuthStrategies({ headers, payload: await getPayload({ config }) })
  return String(user?.id) === person
}
