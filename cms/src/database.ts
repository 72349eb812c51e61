import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Migration } from 'payload'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { migrations } from './migrations/index.ts'
import { oneLatestVersion } from './oneLatestVersion.ts'
import { createSqliteClient } from './sqliteClient.ts'
import { sqliteTransactions } from './sqliteTransactions.ts'

/**
 * The database adapter for a `DATABASE_URL`: `file:…` is SQLite, `mongodb://…` is MongoDB.
 * Nothing else in the code knows which of the two it is.
 */
export function databaseFor(url: string) {
  return url.startsWith('file:') ? sqlite(resolve(url.slice('file:'.length))) : mongodb(url)
}

function sqlite(path: string) {
  const adapter = sqliteAdapter({
    client: { url: `file:${path}` },
    // The same kind of id as MongoDB's: one type for both, and none that a stranger could count.
    idType: 'uuid',
    migrationDir: resolve(dirname(fileURLToPath(import.meta.url)), 'migrations'),
    prodMigrations: migrations,
    push: false,
    transactionOptions: { behavior: 'immediate' },
  })
  return {
    ...adapter,
    init(args: Parameters<typeof adapter.init>[0]) {
      const database = sqliteTransactions(adapter.init(args))
      const { connect } = database
      database.connect = async function (options) {
        mkdirSync(dirname(path), { recursive: true })
        database.client ??= createSqliteClient(path)
        await connect!.call(this, options)
        // Payload applies them by itself in production only; here a database is made in one way, everywhere.
        if (process.env.NODE_ENV !== 'production' && process.env.PAYLOAD_MIGRATING !== 'true')
          await this.migrate({ migrations: migrations as unknown as Migration[] })
      }
      return database
    },
  }
}

/** Payload uses transactions where the server is a replica set, and does without where it is not. */
function mongodb(url: string) {
  const adapter = mongooseAdapter({ url, ensureIndexes: true })
  return { ...adapter, init: (args: Parameters<typeof adapter.init>[0]) => oneLatestVersion(adapter.init(args) as MongooseAdapter) }
}
