import { executeAuthStrategies, getPayload } from 'payload'
import config from '../payload.config.ts'

/** Whether a request is that of a user, which the database has to say. */
export async function isSignedIn(headers: Headers): Promise<boolean> {
  const { user } = await executeAuthStrategies({ headers, payload: await getPayload({ config }) })
  return user !== null
}
