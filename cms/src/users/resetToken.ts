import type { CollectionBeforeOperationHook, Payload } from 'payload'
import { createHash, randomBytes } from 'node:crypto'

/**
 * Returns a token with which the user may choose a new password once. The database, and so a backup, holds only its
 * digest. It replaces an earlier token.
 */
export async function createResetToken(
  { db }: Payload,
  id: number | string,
  lifetimeMs: number,
): Promise<{ token: string, expiresAt: string }> {
  const token = randomBytes(20).toString('hex')
  const expiresAt = new Date(Date.now() + lifetimeMs).toISOString()
  await db.updateOne({
    collection: 'users',
    id,
    data: { resetPasswordToken: digestToken(token), resetPasswordExpiration: expiresAt, updatedAt: null },
    returning: false,
  })
  return { token, expiresAt }
}

/** Makes Payload look up the digest of the token in the request. */
export const findResetTokenByDigest: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'resetPassword')
    return
  // Payload has already read `data` from the arguments, so new arguments would not reach it.
  const { data } = args as { data: { token: string } }
  data.token = digestToken(data.token)
}

export function digestToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
