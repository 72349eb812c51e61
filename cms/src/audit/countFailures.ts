import type { Endpoint } from 'payload'
import { APIError } from 'payload'
import { TooManyAttempts } from '../people/attempts/TooManyAttempts.ts'
import { SecondFactorError } from '../people/secondFactor/SecondFactorError.ts'
import { recordFailure } from './recordFailure.ts'

/** Returns the endpoint of sign-ins, which then counts those that fail in the audit log. */
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

/** A password, code or passkey that was refused. A right password that only lacks its second factor is none. */
function isFailure(error: unknown): boolean {
  if (error instanceof SecondFactorError)
    return error.isJudged
  return error instanceof TooManyAttempts || (error instanceof APIError && error.status === 401)
}
