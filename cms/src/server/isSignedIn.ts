import { executeAuthStrategies, getPayload } from 'payload'
import config from '../payload.config.ts'

/** Whether a signed-in user sent a request. It queries the database. */
export async function isSignedIn(headers: Headers): Promise<boolean> {
  const { user } = await executeAuthStrategies({ headers, payload: await getPayload({ config }) })
  return user !== null
}
