import { createHash } from 'node:crypto'

/** Names a picture by its bytes, or by their hash so far, and by the point around which it is cut, in per cent: 16 hex digits. */
export function pictureHash(bytes: Uint8Array | string, { focalX = 50, focalY = 50 }: { focalX?: number, focalY?: number } = {}): string {
  return createHash('sha256').update(bytes).update(JSON.stringify([focalX, focalY])).digest('hex').slice(0, 16)
}
