import type { Endpoint } from 'payload'
import { addDataAndFileToRequest, generatePayloadCookie, resetPasswordOperation } from 'payload'
import { SESSION_DISCARDED } from './secondFactor/requireSecondFactor.ts'
import { hasSecondFactor } from './secondFactor/secondFactor.ts'

/**
 * `POST /api/users/reset-password` replaces Payload's own endpoint, which always signs in. A token replaces only the
 * password: a user with a second factor signs in afterwards, with a code.
 */
export const resetPasswordEndpoint: Endpoint = {
  path: '/reset-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    req.context[SESSION_DISCARDED] = true
    const { token, user } = await resetPasswordOperation({
      collection: req.payload.collections.users,
      data: { token: textOf(req.data?.token), password: textOf(req.data?.password) },
      req,
    })
    const id = String(user.id)
    const message = req.t('authentication:passwordResetSuccessfully')
    const headers = new Headers({ 'cache-control': 'no-store' })
    if (await hasSecondFactor(req.payload.db, id)) {
      // No client gets the token of the session that the operation has begun. It ends here.
      await req.payload.db.updateOne({
        collection: 'users',
        id,
        data: { sessions: [], updatedAt: null },
        returning: false,
      })
      return Response.json({ message, user: null }, { headers })
    }
    headers.append(
      'set-cookie',
      generatePayloadCookie({
        collectionAuthConfig: req.payload.collections.users.config.auth,
        cookiePrefix: req.payload.config.cookiePrefix,
        token: token!,
        returnCookieAsObject: false,
      }),
    )
    return Response.json({ message, user, token }, { headers })
  },
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
