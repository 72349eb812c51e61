import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '../../env.ts'
import { deriveKey } from '../../server/deriveKey.ts'

/** Encrypts a secret of a user for the database. It opens for the same user alone, with the same `PAYLOAD_SECRET`. */
export function seal(secret: string, user: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(user))
  return Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** @throws if it was sealed for another user, with another `PAYLOAD_SECRET` than this one and the one before, or was changed since */
export function unseal(sealed: string, user: string): string {
  return unsealWith(key, reseal(sealed, user) ?? sealed, user)
}

/** Returns a secret that was sealed with `PAYLOAD_SECRET_PREVIOUS` as it is sealed now; undefined for all others. */
export function reseal(sealed: string, user: string): string | undefined {
  if (previousKey === undefined)
    return undefined
  try {
    return seal(unsealWith(previousKey, sealed, user), user)
  }
  catch {
    // It is sealed with the key of now, or with none of the two, which the next one to open it says.
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
const previousKey = env.payloadSecretPrevious === undefined ? undefined : deriveKey('second factor', env.payloadSecretPrevious)
const IV_BYTES = 12
const TAG_BYTES = 16
