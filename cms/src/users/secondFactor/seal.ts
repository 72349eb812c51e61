import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '../../env.ts'
import { deriveKey } from '../../server/deriveKey.ts'

/** Encrypts a secret of a user for the database. Only the same user and the same `PAYLOAD_SECRET` can decrypt it. */
export function seal(secret: string, user: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(user))
  return Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/**
 * Decrypts a secret.
 * @throws {Error} if it was encrypted for another user or with neither `PAYLOAD_SECRET` nor the previous one, or was
 * altered since
 */
export function unseal(sealed: string, user: string): string {
  return unsealWith(key, reseal(sealed, user) ?? sealed, user)
}

/** Re-encrypts a secret that was encrypted with `PAYLOAD_SECRET_PREVIOUS`; returns undefined for any other. */
export function reseal(sealed: string, user: string): string | undefined {
  if (previousKey === undefined)
    return undefined
  try {
    return seal(unsealWith(previousKey, sealed, user), user)
  }
  catch {
    // It was encrypted with the current key, or with neither. The next `unseal` reports the latter.
    return undefined
  }
}

function unsealWith(key: Uint8Array, sealed: string, user: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(user))
    .setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
}

const key = deriveKey('second factor')
const previousKey = env.payloadSecretPrevious === undefined
  ? undefined
  : deriveKey('second factor', env.payloadSecretPrevious)
const IV_BYTES = 12
const TAG_BYTES = 16
