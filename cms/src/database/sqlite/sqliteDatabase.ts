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
import { sqliteVersionLabels } from './sqliteVersionLabels.ts'

/** Returns the database adapter for an SQLite file. */
export function sqliteDatabase(path: string) {
  const adapter = sqliteAdapter({
    client: { url: `file:${path}` },
    // The same kind of id as MongoDB's: one type for both, and visitors cannot count documents by it.
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
      const database = sqliteVersionLabels(sqliteRowIds(sqliteTransactions(adapter.init(args))))
      const { connect } = database
      database.connect = async function (options) {
        mkdirSync(dirname(path), { recursive: true })
        database.client ??= createSqliteClient(path)
        await connect!.call(this, options)
        // Payload applies migrations by itself only in production. Here every environment migrates the database in the
        // same way.
        if (process.env.NODE_ENV !== 'production' && process.env.PAYLOAD_MIGRATING !== 'true')
          await this.migrate({ migrations: migrations as unknown as Migration[] })
      }
      return database
    },
  }
}

/**
 * Adds indexes on the texts of documents (tags, references). Payload indexes those of documents by their position
 * first, and those of versions not at all: reading the texts of one document, or finding the documents that refer to
 * one, would scan them all.
 */
const indexTexts: SQLiteSchemaHook = ({ extendTable, schema }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    if (name.endsWith('_texts')) {
      extendTable({
        table,
        extraConfig: ({ parent, text }) => ({
          parentIdx: index(`${name}_parent_idx`).on(parent!),
          text_idx: index(`${name}_text_idx`).on(text!),
        }),
      })
    }
  }
  return schema
}

/**
 * Adds an index in the order in which a save looks for versions beyond the newest hundred of a document. Without it
 * SQLite would sort them first.
 */
const indexVersions: SQLiteSchemaHook = ({ extendTable, schema }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    if (/^_[a-z_]+_v$/.test(name)) {
      extendTable({
        table,
        extraConfig: ({ parent, updatedAt, createdAt }) => ({
          parentUpdatedIdx: index(`${name}_parent_updated_idx`).on(parent!, updatedAt!, createdAt!),
        }),
      })
    }
  }
  return schema
}
