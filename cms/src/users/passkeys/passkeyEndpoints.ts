import type { Endpoint } from 'payload'
import type { NewRecoveryCodes } from '../secondFactor/secondFactorEndpoints.ts'
import { addDataAndFileToRequest, APIError, NotFound } from 'payload'
import { requireConfirmation } from '../currentPassword.ts'
import { countRecoveryCodes, renewRecoveryCodes } from '../secondFactor/authenticator.ts'
import { personOf } from '../secondFactor/personOf.ts'
import { recordFactorEvent } from '../secondFactor/recordFactorEvent.ts'
import { hasSecondFactor } from '../secondFactor/secondFactor.ts'
import { endOtherSessions } from '../sessions.ts'
import { addPasskey, registrationOptions, removePasskey } from './credentials.ts'
import { readRegistration } from './readResponse.ts'

/** `POST /api/users/:id/second-factor/passkey-options` returns the options with which a browser creates a passkey. */
const optionsEndpoint: Endpoint = {
  path: '/:id/second-factor/passkey-options',
  method: 'post',
  handler: async (req) => {
    const id = personOf(req, 'alone')
    requireConfirmation(req)
    const { email, name } = req.user!
    return Response.json(await registrationOptions(req.payload.db, { id, email, name }), { headers: NO_STORE })
  },
}

/**
 * `POST /api/users/:id/second-factor/passkeys` stores a passkey under a name. The challenge that it answers required
 * the current password. The first factor also creates recovery codes, and ends the sessions that began without it.
 */
const addEndpoint: Endpoint = {
  path: '/:id/second-factor/passkeys',
  method: 'post',
  handler: async (req) => {
    const id = personOf(req, 'alone')
    const { db } = req.payload
    await addDataAndFileToRequest(req)
    const name = typeof req.data?.name === 'string' ? req.data.name.trim() : ''
    if (name === '' || name.length > MAX_NAME_LENGTH) {
      throw new APIError(
        `Give the passkey a name of at most ${MAX_NAME_LENGTH} characters, as “name”.`,
        400,
        null,
        true,
      )
    }
    const response = readRegistration(req.data?.response)
    const isFirst = !await hasSecondFactor(db, id)
    if (!response || !await addPasskey(db, id, name, response))
      throw new APIError('This passkey was not accepted. Begin again.', 400, null, true)
    if (isFirst)
      await endOtherSessions(id, req)
    const recoveryCodes = isFirst || await countRecoveryCodes(db, id) === 0 ? await renewRecoveryCodes(db, id) : []
    await recordFactorEvent(req, 'factor-added', id)
    return Response.json({ recoveryCodes } satisfies NewRecoveryCodes, { status: 201, headers: NO_STORE })
  },
}

/** `DELETE /api/users/:id/second-factor/passkeys/:passkey` removes a passkey. */
const removeEndpoint: Endpoint = {
  path: '/:id/second-factor/passkeys/:passkey',
  method: 'delete',
  handler: async (req) => {
    const id = personOf(req, 'alone')
    requireConfirmation(req)
    if (!await removePasskey(req.payload.db, id, String(req.routeParams?.passkey)))
      throw new NotFound(req.t)
    await recordFactorEvent(req, 'factor-removed', id)
    return Response.json({ message: req.t('general:deletedSuccessfully') }, { headers: NO_STORE })
  },
}

export const passkeyEndpoints: Endpoint[] = [optionsEndpoint, addEndpoint, removeEndpoint]

const MAX_NAME_LENGTH = 60

const NO_STORE = { 'Cache-Control': 'no-store' }
