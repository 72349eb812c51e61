import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Whether an `Authorization` header carries one of the keys. The comparison takes constant time, so it does not reveal
 * how close a guess was.
 */
export function isServiceKey(header: string | null, keys: string[]): boolean {
  const shown = digest(header ?? '')
  return keys.some(key => timingSafeEqual(shown, digest(`Bearer ${key}`)))
}

function digest(value: string): Uint8Array {
  return createHash('sha256').update(value).digest()
}
