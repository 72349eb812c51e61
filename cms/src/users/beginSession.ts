import type { User } from '@masthead/shared/payload-types'
import type { PayloadRequest } from 'payload'
import { generatePayloadCookie, getFieldsToSign, jwtSign } from 'payload'
import { addSessionToUser } from 'payload/shared'
import { recordEvent } from '../audit/recordEvent.ts'
import { deviceCookie, knownDevice } from './deviceMark.ts'
import { noticeNewDevice } from './notices/noticeNewDevice.ts'

/** Begins a session as Payload's login does, for a user who has proven their identity without a password. */
export async function beginSession(req: PayloadRequest, id: string): Promise<Response | undefined> {
  const { payload } = req
  const { config } = payload.collections.users
  const stored = await payload.db.findOne<User>({ collection: 'users', where: { id: { equals: id } } })
  if (!stored)
    return undefined
  const { sid } = await addSessionToUser({
    collectionConfig: config,
    payload,
    req,
    user: { ...stored, collection: 'users' },
  })
  const user = { ...stored, collection: 'users' as const }
  const { token, exp } = await jwtSign({
    fieldsToSign: getFieldsToSign({ collectionConfig: config, email: stored.email, sid, user }),
    secret: payload.secret,
    tokenExpiration: config.auth.tokenExpiration,
  })
  req.user = user
  await recordEvent(req, { event: 'signed-in', about: 'users', documentId: id, title: stored.name })
  const device = knownDevice(req, stored)
  if (device === undefined)
    void noticeNewDevice(req, stored)
  const headers = new Headers({ 'cache-control': 'no-store' })
  headers.append(
    'set-cookie',
    generatePayloadCookie({
      collectionAuthConfig: config.auth,
      cookiePrefix: payload.config.cookiePrefix,
      token,
      returnCookieAsObject: false,
    }),
  )
  headers.append('set-cookie', deviceCookie(stored, device))
  const shown = await payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: false, req })
  return Response.json({ message: req.t('authentication:passed'), user: shown, exp, token }, { headers })
}
