import type { Endpoint } from 'payload'
import { addDataAndFileToRequest, APIError, Forbidden } from 'payload'
import { hasRole } from '../access.ts'
import { recordEvent } from '../audit/recordEvent.ts'
import { unlockAccount } from './attempts/reserveAttempt.ts'
import { findByEmail } from './findByEmail.ts'
import { normalizeEmail } from './normalizeEmail.ts'

/** `POST /api/users/unlock` frees all attempts that the CMS counted for an account, for administrators. */
export const unlockEndpoint: Endpoint = {
  path: '/unlock',
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req, 'admin'))
      throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const email = normalizeEmail(req.data?.email)
    if (email === '')
      throw new APIError('Give the e-mail address of the account as “email”.', 400, null, true)
    await unlockAccount(req.payload.db, email)
    const user = await findByEmail(req, email)
    await recordEvent(req, { event: 'account-unlocked', about: 'users', documentId: user?.id, title: user?.name })
    return Response.json({ message: req.t('general:success') })
  },
}
