import { createHash } from 'node:crypto'

/**
 * Returns 16 hex digits that identify a picture by its bytes (or by their earlier hash) and its focal point, in per
 * cent.
 */
export function pictureHash(
  bytes: Uint8Array | string,
  { focalX = 50, focalY = 50 }: { focalX?: number, focalY?: number } = {},
): string {
  return createHash('sha256').update(bytes).update(JSON.stringify([focalX, focalY])).digest('hex').slice(0, 16)
}
