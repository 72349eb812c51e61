import type { SQLiteSchemaHook } from '@payloadcms/db-sqlite'
import type { Migration } from 'payload'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import { migrations } from '../../migrations/index.ts'
import { createSqliteClient } from './sqliteClient.ts'
import { sqliteRowIds } from './sqliteRowIds.ts'
import { sqliteTransactions } from './sqliteTransactions.ts'

/** The database adapter for an SQLite file. */
export function sqliteDatabase(path: string) {
  const adapter = sqliteAdapter({
    client: { url: `file:${path}` },
    // The same kind of id as MongoDB's: one type for both, and none that a stranger could count.
    idType: 'uuid',
    migrationDir: resolve(dirname(fileURLToPath(import.meta.url)), '../../migrations'),
    prodMigrations: migrations,
    push: false,
    transactionOptions: { behavior: 'immediate' },
    afterSchemaInit: [indexTexts, indexVersions],
  })
  return {
    ...adapter,
    init(args: Parameters<typeof adapter.init>[0]) {
      const database = sqliteRowIds(sqliteTransactions(adapter.init(args)))
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

/**
 * Payload indexes the texts of documents (tags, references) by their order first, and those of versions by nothing else:
 * to read those of one document, or to find what refers to one, all that there are would be gone through.
 */
const indexTexts: SQLiteSchemaHook = ({ extendTable, schema }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    if (name.endsWith('_texts'))
      extendTable({ table, extraConfig: ({ parent, text }) => ({ parentIdx: index(`${name}_parent_idx`).on(parent!), text_idx: index(`${name}_text_idx`).on(text!) }) })
  }
  return schema
}

/**
 * Each save looks past the newest hundred versions of a document for what to delete: read in that order, they need not be
 * put together and sorted first.
 */
const indexVersions: SQLiteSchemaHook = ({ extendTable, schema }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    if (/^_[a-z_]+_v$/.test(name))
      extendTable({ table, extraConfig: ({ parent, updatedAt, createdAt }) => ({ parentUpdatedIdx: index(`${name}_parent_updated_idx`).on(parent!, updatedAt!, createdAt!) }) })
  }
  return schema
}
