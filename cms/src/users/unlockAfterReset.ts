import type { CollectionAfterOperationHook } from 'payload'
import { unlockAccount } from './attempts/reserveAttempt.ts'

/** Frees the attempts of an account whose password was reset by a token: only its user can have done that. */
export const unlockAfterReset: CollectionAfterOperationHook<'users'> = async ({ operation, req, result }) => {
  if (operation === 'resetPassword')
    await unlockAccount(req.payload.db, (result as { user: { email: string } }).user.email)
  return result
}
