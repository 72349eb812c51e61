import type { Cms } from './cms.ts'
import Database from 'libsql'
import { MongoClient } from 'mongodb'

export interface StoredUser {
  hash: string
  salt: string
  resetPasswordToken: string
}

/** What the database of a CMS holds of a user and no route tells. */
export async function storedUser(cms: Cms, email: string): Promise<StoredUser> {
  const url = cms.environment.DATABASE_URL!
  if (url.startsWith('file:')) {
    const database = new Database(url.slice('file:'.length), { readonly: true })
    const user = database.prepare(
      'SELECT hash, salt, reset_password_token AS resetPasswordToken FROM users WHERE email = ?',
    ).get(email) as StoredUser
    database.close()
    return user
  }
  const client = await MongoClient.connect(url)
  const user = await client.db().collection<StoredUser & { email: string }>('users').findOne({ email })
  await client.close()
  return user!
}
