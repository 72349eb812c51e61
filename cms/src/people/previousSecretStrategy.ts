import type { AuthStrategy, Payload } from 'payload'
import { createHash } from 'node:crypto'
import { JWTAuthentication } from 'payload'
import { env } from '../env.ts'

/** Takes the tokens of sessions that were signed with `PAYLOAD_SECRET_PREVIOUS`, until they are renewed or end. */
export const previousSecretStrategies: AuthStrategy[] = env.payloadSecretPrevious === undefined
  ? []
  : [{
      name: 'previous-secret',
      authenticate: args => JWTAuthentication({ ...args, payload: withSecret(args.payload, env.payloadSecretPrevious!) }),
    }]

/** The same Payload with another secret, which it derives as Payload does from that of its config. */
function withSecret(payload: Payload, secret: string): Payload {
  const derived = createHash('sha256').update(secret).digest('hex').slice(0, 32)
  return Object.create(payload, { secret: { value: derived } }) as Payload
}
