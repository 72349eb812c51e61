import { getPayload } from 'payload'
import config from '../../payload.config.ts'

export const dynamic = 'force-dynamic'

/** Can serve: the database answers. */
export async function GET(): Promise<Response> {
  try {
    const payload = await getPayload({ config })
    await payload.count({ collection: 'users', overrideAccess: true })
    return Response.json({ status: 'ok' })
  }
  catch {
    return Response.json({ status: 'unavailable', reason: 'The database does not answer.' }, { status: 503 })
  }
}
