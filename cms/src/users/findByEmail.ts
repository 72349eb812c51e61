import type { User } from '@masthead/shared/payload-types'
import type { PayloadRequest } from 'payload'
import type { HashedUser } from './judgePassword.ts'

export type Account = HashedUser & Pick<User, 'email' | 'id' | 'name' | 'role'>

/** Returns the account of an address as stored, with the fields that Payload's operations hide. */
export async function findByEmail(req: Pick<PayloadRequest, 'payload'>, email: string): Promise<Account | undefined> {
  return await req.payload.db.findOne<Account>({ collection: 'users', where: { email: { equals: email } } })
    ?? undefined
}
