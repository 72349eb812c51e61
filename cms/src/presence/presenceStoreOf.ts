import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import type { PresenceStore } from './PresenceStore.ts'
import { resolve } from 'node:path'
import { env } from '../env.ts'
import { MongodbPresence } from './MongodbPresence.ts'
import { SqlitePresence } from './SqlitePresence.ts'

/** Returns the presence store of the database: a file beside that of SQLite, or a collection of MongoDB. */
export function presenceStoreOf({ db }: Pick<Payload, 'db'>): PresenceStore {
  const store = known.get(db) ?? open(db)
  known.set(db, store)
  return store
}

const known = new WeakMap<Payload['db'], PresenceStore>()

function open(db: Payload['db']): PresenceStore {
  return env.databaseUrl.startsWith('file:')
    ? new SqlitePresence(`${resolve(env.databaseUrl.slice('file:'.length))}.presence`)
    : new MongodbPresence((db as unknown as MongooseAdapter).connection.getClient().db())
}
