import type { CollectionAfterOperationHook } from 'payload'
import { unlockAccount } from './attempts/reserveAttempt.ts'

/** A password that was chosen with a token frees the account: its person is the only one who could. */
export const unlockAfterReset: CollectionAfterOperationHook<'users'> = async ({ operation, req, result }) => {
  if (operation === 'resetPassword')
    await unlockAccount(req.payload.db, (result as { user: { email: string } }).user.email)
  return result
}
