import type { PayloadRequest } from 'payload'
import { Buffer } from 'node:buffer'
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { generateCookie, parseCookies } from 'payload'
import { env, payloadSecret } from '../env.ts'
import { deriveKey } from '../server/deriveKey.ts'
import { instanceCookies } from './instanceCookies.ts'

/** The values to which a device mark is bound. Each new password has a new salt, which ends all marks. */
export interface MarkedUser {
  id: number | string
  salt?: string | null
}

/**
 * Returns the id of a device that has signed in as this user since the password was chosen, if the request carries its
 * mark. A mark is no credential: it only gives the device an allowance of its own.
 */
export function knownDevice(req: PayloadRequest, user: MarkedUser | undefined): string | undefined {
  const [device = '', shown = ''] = (parseCookies(req.headers).get(instanceCookies.device) ?? '').split('.')
  if (!user || device === '' || shown === '')
    return undefined
  return keys.some(key => isSame(shown, macOf(device, user, key))) ? device : undefined
}

/** Returns the cookie that marks a device, for the response to a successful sign-in. */
export function deviceCookie(user: MarkedUser, device: string = randomUUID()): string {
  return generateCookie<false>({
    name: instanceCookies.device,
    value: `${device}.${macOf(device, user, keys[0]!)}`,
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: instanceCookies.isHttps,
    maxAge: MARK_MAX_AGE_SECONDS,
    returnCookieAsObject: false,
  })
}

function isSame(shown: string, expected: string): boolean {
  return shown.length === expected.length && timingSafeEqual(Buffer.from(shown), Buffer.from(expected))
}

function macOf(device: string, { id, salt }: MarkedUser, key: Uint8Array): string {
  return createHmac('sha256', key).update(JSON.stringify([device, id, salt])).digest('base64url')
}

/** The keys from the current `PAYLOAD_SECRET` and the previous one. */
const keys = [payloadSecret, env.payloadSecretPrevious].filter(secret => secret !== undefined).map(secret =>
  deriveKey('device mark', secret),
)

const MARK_MAX_AGE_SECONDS = 180 * 24 * 60 * 60
