import type { sqliteAdapter } from '@payloadcms/db-sqlite'
import { randomBytes } from 'node:crypto'
import { inArray } from '@payloadcms/db-sqlite/drizzle'

type SqliteAdapter = ReturnType<ReturnType<typeof sqliteAdapter>['init']>
type Insert = Parameters<SqliteAdapter['insert']>[0]

/**
 * Returns an adapter that gives a row copied from another document a new id. MongoDB accepts such a copy; SQLite stores
 * the rows of all documents in one table, where ids are unique.
 */
export function sqliteRowIds(adapter: SqliteAdapter): SqliteAdapter {
  const { insert } = adapter
  adapter.insert = async function (this: SqliteAdapter, args: Insert) {
    try {
      return await insert.call(this, args)
    }
    catch (error) {
      if (!isRowIdTaken(error, this.tables[args.tableName]!, args.tableName))
        throw error
      return insert.call(this, { ...args, values: await withFreeIds(this, args) })
    }
  }
  return adapter
}

function isRowIdTaken(error: unknown, table: object, tableName: string): boolean {
  const { code, message } = (error as { cause?: { code?: string, message?: string } }).cause ?? {}
  // Tables of documents have no parent column.
  return '_parentID' in table && code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
    && message?.endsWith(`${tableName}.id`) === true
}

async function withFreeIds({ tables }: SqliteAdapter, { db, tableName, values }: Insert): Promise<Insert['values']> {
  const rows = [values].flat()
  const table = tables[tableName]!
  const taken = await db.select({ id: table.id! }).from(table).where(inArray(table.id!, rows.map(({ id }) => id)))
  const takenIds = new Set(taken.map(({ id }) => id))
  return rows.map(row => takenIds.has(row.id) ? { ...row, id: randomBytes(12).toString('hex') } : row)
}
