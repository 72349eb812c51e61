import type { Endpoint } from 'payload'
import { addDataAndFileToRequest, APIError } from 'payload'
import { clientSource } from '../../server/clientSource.ts'
import { reserveAttempt } from '../attempts/reserveAttempt.ts'
import { withRetryAfter } from '../attempts/TooManyAttempts.ts'
import { beginSession } from '../beginSession.ts'
import { signInOptions, usePasskeyAlone } from './credentials.ts'
import { readAuthentication } from './readResponse.ts'

/** `POST /api/users/passkey-options` returns the options with which a browser signs in with a passkey. */
const optionsEndpoint: Endpoint = {
  path: '/passkey-options',
  method: 'post',
  handler: async () => Response.json(await signInOptions(), { headers: { 'Cache-Control': 'no-store' } }),
}

/** `POST /api/users/passkey-login` signs in with a passkey that has verified its user, instead of password and code. */
const loginEndpoint: Endpoint = {
  path: '/passkey-login',
  method: 'post',
  handler: async (req) => {
    const { db } = req.payload
    await addDataAndFileToRequest(req)
    const response = readAuthentication(req.data?.response)
    if (!response)
      throw new APIError('Give the answer of the browser to the passkey options as “response”.', 400, null, true)
    return withRetryAfter(req, async () => {
      const attempt = await reserveAttempt(db, [{ limit: 'source', subject: clientSource(req.headers) }])
      const passkey = await usePasskeyAlone(db, response)
      const begun = passkey && await beginSession(req, passkey.user)
      if (!begun)
        throw new APIError('This passkey was not accepted. Try again, or sign in with your password.', 401, null, true)
      await attempt.release()
      return begun
    })
  },
}

export const passkeyLoginEndpoints: Endpoint[] = [optionsEndpoint, loginEndpoint]
