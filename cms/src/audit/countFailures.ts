import type { Endpoint } from 'payload'
import { APIError } from 'payload'
import { TooManyAttempts } from '../users/attempts/TooManyAttempts.ts'
import { SecondFactorError } from '../users/secondFactor/SecondFactorError.ts'
import { recordFailure } from './recordFailure.ts'

/** Wraps the sign-in endpoint: the audit log then counts the sign-ins that fail. */
export function countFailures(endpoint: Omit<Endpoint, 'root'>): Omit<Endpoint, 'root'> {
  return {
    ...endpoint,
    handler: async (req) => {
      try {
        return await endpoint.handler(req)
      }
      catch (error) {
        if (isFailure(error))
          await recordFailure(req)
        throw error
      }
    },
  }
}

/**
 * Whether a sign-in failed on its password, code or passkey. A right password that only lacks its second factor is no
 * failure.
 */
function isFailure(error: unknown): boolean {
  if (error instanceof SecondFactorError)
    return error.isJudged
  return error instanceof TooManyAttempts || (error instanceof APIError && error.status === 401)
}
