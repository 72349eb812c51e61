import type { Endpoint } from 'payload'
import type { QrCode } from './qrCode.ts'
import { addDataAndFileToRequest, APIError } from 'payload'
import { env } from '../../env.ts'
import { reserveAttempt } from '../attempts/reserveAttempt.ts'
import { withRetryAfter } from '../attempts/TooManyAttempts.ts'
import { requireConfirmation } from '../currentPassword.ts'
import { findPasskeys } from '../passkeys/credentials.ts'
import { endAllSessions, endOtherSessions } from '../sessions.ts'
import { beginSetUp, confirmSetUp, countRecoveryCodes, findAuthenticator, renewRecoveryCodes } from './authenticator.ts'
import { isOwn, personOf } from './personOf.ts'
import { qrCode } from './qrCode.ts'
import { recordFactorEvent } from './recordFactorEvent.ts'
import { hasSecondFactor, removeSecondFactor } from './secondFactor.ts'
import { keyUri } from './totp.ts'

export interface SecondFactorState {
  /** The time at which the authenticator app came into force; null if there is none. */
  addedAt: string | null
  passkeys: PasskeyRow[]
  recoveryCodesLeft: number
}

export interface PasskeyRow {
  id: string
  name: string
  addedAt: string
  lastUsedAt: string | null
}

export interface SetUp {
  /** The secret as text, for users who cannot scan the QR code. */
  key: string
  qrCode: QrCode
}

export interface NewRecoveryCodes {
  recoveryCodes: string[]
}

/** `GET /api/users/:id/second-factor` returns whether it is on, for the user and for administrators. */
const stateEndpoint: Endpoint = {
  path: '/:id/second-factor',
  method: 'get',
  handler: async (req) => {
    const id = personOf(req, 'or an administrator')
    const { db } = req.payload
    const authenticator = await findAuthenticator(db, id)
    const passkeys = await findPasskeys(db, id)
    return answer<SecondFactorState>({
      addedAt: authenticator?.addedAt ?? null,
      passkeys: passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({
        id,
        name,
        addedAt,
        lastUsedAt: lastUsedAt ?? null,
      })),
      recoveryCodesLeft: authenticator || passkeys.length > 0 ? await countRecoveryCodes(db, id) : 0,
    })
  },
}

/**
 * `POST /api/users/:id/second-factor/totp` returns a secret for an authenticator app. It is in force once it is
 * confirmed.
 */
const beginEndpoint: Endpoint = {
  path: '/:id/second-factor/totp',
  method: 'post',
  handler: async (req) => {
    const id = personOf(req, 'alone')
    requireConfirmation(req)
    const key = await beginSetUp(req.payload.db, id)
    return answer<SetUp>({
      key,
      qrCode: qrCode(keyUri(key, { issuer: `Masthead ${new URL(env.cmsUrl).host}`, account: req.user!.email })),
    }, 201)
  },
}

/**
 * `POST /api/users/:id/second-factor/totp/confirm` puts the secret in force, and ends the sessions that began without
 * it.
 */
const confirmEndpoint: Endpoint = {
  path: '/:id/second-factor/totp/confirm',
  method: 'post',
  handler: async (req) => {
    const id = personOf(req, 'alone')
    const { db } = req.payload
    await addDataAndFileToRequest(req)
    const code = typeof req.data?.code === 'string' ? req.data.code.replaceAll(/\s/g, '') : ''
    if (code === '')
      throw new APIError('Give the code that your app shows as “code”.', 400, null, true)
    const recoveryCodes = await withRetryAfter(req, async () => {
      const attempt = await reserveAttempt(db, [{ limit: 'confirmation', subject: id }])
      const codes = await confirmSetUp(db, id, code)
      await attempt.release()
      return codes
    })
    await endOtherSessions(id, req)
    await recordFactorEvent(req, 'factor-added', id)
    return answer<NewRecoveryCodes>({ recoveryCodes })
  },
}

/** `POST /api/users/:id/second-factor/recovery-codes` returns ten new codes, which replace the old ones. */
const recoveryEndpoint: Endpoint = {
  path: '/:id/second-factor/recovery-codes',
  method: 'post',
  handler: async (req) => {
    const id = personOf(req, 'alone')
    if (!await hasSecondFactor(req.payload.db, id)) {
      throw new APIError(
        'Set up an authenticator app or a passkey first: recovery codes take its place when it is lost.',
        409,
        null,
        true,
      )
    }
    requireConfirmation(req)
    const recoveryCodes = await renewRecoveryCodes(req.payload.db, id)
    await recordFactorEvent(req, 'recovery-codes-made', id)
    return answer<NewRecoveryCodes>({ recoveryCodes }, 201)
  },
}

/**
 * `DELETE /api/users/:id/second-factor` turns it off, for the user, and for an administrator. An administrator's
 * request also ends all sessions of the user.
 */
const removeEndpoint: Endpoint = {
  path: '/:id/second-factor',
  method: 'delete',
  handler: async (req) => {
    const id = personOf(req, 'or an administrator')
    requireConfirmation(req)
    if (!isOwn(req, id))
      // Answers 404 if there is no such user.
      await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: false, req })
    await removeSecondFactor(req.payload.db, id)
    if (!isOwn(req, id))
      await endAllSessions(id, req)
    await recordFactorEvent(req, 'factor-removed', id)
    return answer<SecondFactorState>({ addedAt: null, passkeys: [], recoveryCodesLeft: 0 })
  },
}

export const secondFactorEndpoints: Endpoint[] = [
  stateEndpoint,
  beginEndpoint,
  confirmEndpoint,
  recoveryEndpoint,
  removeEndpoint,
]

function answer<Body>(body: Body, status = 200): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
