import type { User } from '@masthead/shared/payload-types'
import type { PayloadRequest } from 'payload'
import type { NoticeName } from '../notices/NOTICES.ts'
import { recordEvent } from '../../audit/recordEvent.ts'
import { sendNotice } from '../notices/sendNotice.ts'

/**
 * Records a change of a user's second factors in the audit log, under the account's current name, and notifies the
 * user.
 */
export async function recordFactorEvent(
  req: PayloadRequest,
  event: Extract<NoticeName, 'factor-added' | 'factor-removed' | 'recovery-codes-made'>,
  id: string,
): Promise<void> {
  const user = await req.payload.db.findOne<Pick<User, 'email' | 'id' | 'name'>>({
    collection: 'users',
    where: { id: { equals: id } },
    select: { email: true, name: true },
    req,
  })
  await recordEvent(req, { event, about: 'users', documentId: id, title: user?.name })
  if (user)
    void sendNotice(req, event, user.email)
}
