import type { AuthStrategy, Payload } from 'payload'
import { createHash } from 'node:crypto'
import { JWTAuthentication } from 'payload'
import { env } from '../env.ts'

/** Accepts session tokens that were signed with `PAYLOAD_SECRET_PREVIOUS`, until they are renewed or expire. */
export const previousSecretStrategies: AuthStrategy[] = env.payloadSecretPrevious === undefined
  ? []
  : [{
      name: 'previous-secret',
      authenticate: args =>
        JWTAuthentication({ ...args, payload: withSecret(args.payload, env.payloadSecretPrevious!) }),
    }]

/** Returns the same Payload with another secret, derived as Payload derives it from its config's. */
function withSecret(payload: Payload, secret: string): Payload {
  const derived = createHash('sha256').update(secret).digest('hex').slice(0, 32)
  return Object.create(payload, { secret: { value: derived } }) as Payload
}
