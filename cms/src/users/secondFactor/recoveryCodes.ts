import type { Buffer } from 'node:buffer'
import type { BinaryLike } from 'node:crypto'
import { randomInt, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/** Returns ten new codes of 50 random bits, and their hashes for storage. */
export async function createRecoveryCodes(user: number | string): Promise<{ codes: string[], recoveryHashes: string }> {
  const codes = Array.from({ length: COUNT }, () => createCode())
  const hashes: string[] = []
  // One after another: Node hashes four at a time, and other users want to sign in meanwhile.
  for (const code of codes)
    hashes.push(await hashRecoveryCode(code, user))
  return { codes, recoveryHashes: hashes.join('\n') }
}

/**
 * Returns the hash of a code as typed. It is slow on purpose: a thief of a backup must not be able to try all codes.
 * The salt is the user’s id, which no other user has.
 */
export async function hashRecoveryCode(code: string, user: number | string): Promise<string> {
  return (await stretch(normalize(code), String(user), 32)).toString('base64url')
}

const COUNT = 10

/** Crockford’s base32: no letter looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const GROUP_LENGTH = 5

function createCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${group()}-${group()}`
}

/** Returns the letters and digits of a code, with look-alikes replaced. */
function normalize(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}

const stretch = promisify<BinaryLike, BinaryLike, number, Buffer>(scrypt)
