import type { CollectionBeforeLoginHook, PayloadRequest } from 'payload'
import type { HashedUser } from '../judgePassword.ts'
import { AuthenticationError } from 'payload'
import { judgePassword } from '../judgePassword.ts'
import { SECOND_FACTOR_HEADER } from './SECOND_FACTOR_HEADER.ts'
import { factorChoice, hasSecondFactor, useSecondFactor } from './secondFactor.ts'
import { SecondFactorError } from './SecondFactorError.ts'

/** The context key of a login whose user has passed the second factor; its value is the user's id. */
const SECOND_FACTOR_PASSED = 'secondFactorPassedBy'

/** The context key of an operation that discards the session that it begins. */
export const SESSION_DISCARDED = 'isSessionDiscarded'

/**
 * Judges the second factor of a sign-in, after the password. A wrong password is refused as Payload refuses it, so the
 * response does not reveal a second factor.
 * @returns the context for Payload's login
 */
export async function passSecondFactor(
  req: PayloadRequest,
  user: HashedUser,
  password: string,
): Promise<{ [SECOND_FACTOR_PASSED]?: string }> {
  const { db } = req.payload
  if (!await hasSecondFactor(db, user.id))
    return {}
  if (!await judgePassword(req, user, password))
    throw new AuthenticationError(req.t)
  const code = shownCode(req)
  if (code === undefined)
    throw new SecondFactorError('second-factor-required', await factorChoice(db, user.id))
  if (!await useSecondFactor(db, user.id, code))
    throw new SecondFactorError('second-factor-wrong', await factorChoice(db, user.id))
  return { [SECOND_FACTOR_PASSED]: String(user.id) }
}

/** Refuses a session without the second factor. Every way into a session runs this hook. */
export const requireSecondFactor: CollectionBeforeLoginHook = async ({ context, req, user }) => {
  const isPassed = context[SESSION_DISCARDED] === true || context[SECOND_FACTOR_PASSED] === String(user.id)
  if (!isPassed && await hasSecondFactor(req.payload.db, user.id, req))
    throw new SecondFactorError('second-factor-required')
  return user
}

/** Returns the code in the header, or in the body as `code`. */
function shownCode(req: PayloadRequest): string | undefined {
  const header = req.headers.get(SECOND_FACTOR_HEADER)
  const code: unknown = header === null ? req.data?.code : decoded(header)
  return typeof code === 'string' && code.trim() !== '' ? code : undefined
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header)
  }
  catch {
    throw new SecondFactorError('second-factor-wrong')
  }
}
