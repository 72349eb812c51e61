import { hkdfSync } from 'node:crypto'
import { payloadSecret } from '../env.ts'

/** Returns a key of 32 bytes for one purpose. It reveals neither the secret nor any other key. */
export function deriveKey(purpose: string, secret: string = payloadSecret): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `masthead ${purpose}`, 32))
}
