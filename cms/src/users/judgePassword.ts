import type { PayloadRequest } from 'payload'
import { randomBytes } from 'node:crypto'
import { authenticateLocalStrategy, generatePasswordSaltHash } from 'payload'

/** The fields of a user against which a password is judged. */
export interface HashedUser {
  id: number | string
  hash?: string | null
  salt?: string | null
}

/** Returns whether the password is the user's. Without a user it does the same work and returns false. */
export async function judgePassword(
  req: PayloadRequest,
  user: HashedUser | undefined,
  password: string,
): Promise<boolean> {
  const nobody = await nobodyHash(req)
  const judged = await authenticateLocalStrategy({ doc: { ...user ?? nobody }, password })
  return judged !== null && user !== undefined
}

/** Returns a hash of an unknown password, made as Payload makes them, once in a process. */
export function nobodyHash(req: PayloadRequest): Promise<HashedUser> {
  made ??= generatePasswordSaltHash({
    collection: req.payload.collections.users.config,
    password: randomBytes(32).toString('hex'),
    isPasswordAuthenticated: true,
    req,
  }).then(hash => ({ id: 'nobody', ...hash }))
  return made
}

let made: Promise<HashedUser> | undefined
