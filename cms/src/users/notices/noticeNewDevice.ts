import type { PayloadRequest } from 'payload'
import { sendNotice } from './sendNotice.ts'

/** Notifies a user of a sign-in from a browser without a mark, unless it was the first sign-in to the account. */
export async function noticeNewDevice(
  req: PayloadRequest,
  { id, email }: { id: number | string, email: string },
): Promise<void> {
  try {
    const { docs } = await req.payload.db.find({
      collection: 'audit-log',
      where: {
        and: [{ about: { equals: 'users' } }, { documentId: { equals: String(id) } }, {
          event: { equals: 'signed-in' },
        }],
      },
      limit: 2,
      pagination: false,
    })
    // The log already holds this sign-in, too.
    if (docs.length > 1)
      await sendNotice(req, 'signed-in', email)
  }
  catch (err) {
    req.payload.logger.error({ err, msg: 'Whether a sign-in came from a new browser could not be looked up.' })
  }
}
