import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether an `Authorization` header shows the key. How long the answer takes says nothing of how near a guess was. */
export function isServiceKey(header: string | null, key: string): boolean {
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${key}`))
}

function digest(value: string): Uint8Array {
  return createHash('sha256').update(value).digest()
}
