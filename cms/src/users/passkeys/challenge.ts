import type { Database } from '../secondFactor/Database.ts'
import { Buffer } from 'node:buffer'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../../server/deriveKey.ts'
import { LIMITS } from '../attempts/LIMITS.ts'
import { reserveAttempt } from '../attempts/reserveAttempt.ts'
import { TooManyAttempts } from '../attempts/TooManyAttempts.ts'

/**
 * Returns a challenge for one purpose. It is signed and contains its expiry, so that unanswered challenges need no
 * storage.
 */
export function createChallenge(purpose: string): Uint8Array<ArrayBuffer> {
  const body = Buffer.alloc(BODY_BYTES)
  randomBytes(NONCE_BYTES).copy(body)
  body.writeUIntBE(Date.now() + LIMITS.challenge.windowMs, NONCE_BYTES, TIME_BYTES)
  return new Uint8Array(Buffer.concat([body, macOf(body, purpose)]))
}

/**
 * Returns whether a challenge, in base64url, is one of ours for this purpose, has not expired and was not used. Uses it
 * up.
 */
export async function useChallenge(database: Database, challenge: string, purpose: string): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url')
  const body = bytes.subarray(0, BODY_BYTES)
  const mac = bytes.subarray(BODY_BYTES)
  const expected = macOf(body, purpose)
  if (
    body.length !== BODY_BYTES || mac.length !== expected.length || !timingSafeEqual(mac, expected)
    || body.readUIntBE(NONCE_BYTES, TIME_BYTES) < Date.now()
  ) {
    return false
  }
  try {
    await reserveAttempt(database, [{ limit: 'challenge', subject: body.toString('base64url') }])
    return true
  }
  catch (error) {
    if (error instanceof TooManyAttempts)
      return false
    throw error
  }
}

function macOf(body: Buffer, purpose: string): Buffer {
  return createHmac('sha256', key).update(body).update(purpose).digest()
}

const key = deriveKey('passkey challenge')
const NONCE_BYTES = 16
const TIME_BYTES = 6
const BODY_BYTES = NONCE_BYTES + TIME_BYTES
