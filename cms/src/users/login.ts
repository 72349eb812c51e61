import type { Endpoint, PayloadRequest, RequestContext } from 'payload'
import type { Claim } from './attempts/reserveAttempt.ts'
import { addDataAndFileToRequest, AuthenticationError, generatePayloadCookie } from 'payload'
import { clientSource } from '../server/clientSource.ts'
import { LANES } from './attempts/LANES.ts'
import { reserveAttempt } from './attempts/reserveAttempt.ts'
import { withRetryAfter } from './attempts/TooManyAttempts.ts'
import { deviceCookie, knownDevice } from './deviceMark.ts'
import { findByEmail } from './findByEmail.ts'
import { judgePassword, nobodyHash } from './judgePassword.ts'
import { normalizeEmail } from './normalizeEmail.ts'
import { noticeNewDevice } from './notices/noticeNewDevice.ts'
import { passSecondFactor } from './secondFactor/requireSecondFactor.ts'
import { SecondFactorError } from './secondFactor/SecondFactorError.ts'

/**
 * `POST /api/users/login` runs before Payload's own login. It reserves an attempt, waits for its turn, and does the
 * same work whether the account exists or not.
 */
export const loginEndpoint: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const email = normalizeEmail(req.data?.email)
    const password = typeof req.data?.password === 'string' ? req.data.password : ''
    // Payload says which of the two is missing, and judges nothing.
    return email === '' || password.trim() === ''
      ? logIn(req, email, password)
      : withRetryAfter(req, () => attempt(req, email, password))
  },
}

async function attempt(req: PayloadRequest, email: string, password: string): Promise<Response> {
  // Made once in a process, before the account lookup, so that the first unknown account does not wait for it alone.
  await nobodyHash(req)
  const user = await findByEmail(req, email)
  const device = knownDevice(req, user)
  const reserved = await reserveAttempt(
    req.payload.db,
    device === undefined ? unknownClaims(req, email) : [{ limit: 'device', subject: device, account: email }],
  )
  try {
    const response = await LANES[device === undefined ? 'unknown' : 'known'].run(async () => {
      // Payload refuses an unknown account without any hashing, and with the message for a wrong password.
      if (!user)
        await judgePassword(req, undefined, password)
      return logIn(req, email, password, { device, context: user && await passSecondFactor(req, user, password) })
    })
    await reserved.release()
    return response
  }
  catch (error) {
    if (!(error instanceof AuthenticationError || (error instanceof SecondFactorError && error.isJudged)))
      await reserved.release()
    throw error
  }
}

function unknownClaims(req: PayloadRequest, account: string): Claim[] {
  const source = clientSource(req.headers)
  return [
    { limit: 'accountFromSource', subject: `${source} ${account}`, account },
    { limit: 'source', subject: source },
    { limit: 'account', subject: account, account },
  ]
}

interface LoginOptions {
  device?: string
  context?: RequestContext
}

async function logIn(
  req: PayloadRequest,
  email: string,
  password: string,
  { device, context }: LoginOptions = {},
): Promise<Response> {
  const { user, exp, token } = await req.payload.login({
    collection: 'users',
    data: { email, password },
    overrideAccess: false,
    context,
    req,
  })
  const { config } = req.payload.collections.users
  const headers = new Headers({ 'cache-control': 'no-store' })
  headers.append(
    'set-cookie',
    generatePayloadCookie({
      collectionAuthConfig: config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token: token!,
      returnCookieAsObject: false,
    }),
  )
  // Payload may have rehashed the password, with another salt.
  const signedIn = await findByEmail(req, email)
  if (signedIn && device === undefined)
    void noticeNewDevice(req, signedIn)
  if (signedIn)
    headers.append('set-cookie', deviceCookie(signedIn, device))
  return Response.json({ message: req.t('authentication:passed'), user, exp, token }, { headers })
}
