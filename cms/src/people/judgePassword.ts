import type { PayloadRequest } from 'payload'
import { randomBytes } from 'node:crypto'
import { authenticateLocalStrategy, generatePasswordSaltHash } from 'payload'

/** What of a user a password is judged by. */
export interface HashedUser {
  id: number | string
  hash?: string | null
  salt?: string | null
}

/** Returns whether the password is that of the user; does the same work for nobody, and returns false. */
export async function judgePassword(req: PayloadRequest, user: HashedUser | undefined, password: string): Promise<boolean> {
  const nobody = await nobodyHash(req)
  const judged = await authenticateLocalStrategy({ doc: { ...user ?? nobody }, password })
  return judged !== null && user !== undefined
}

/** Returns a hash of no known password, made as Payload makes them, once in a process. */
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
