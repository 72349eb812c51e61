import type { sqliteAdapter } from '@payloadcms/db-sqlite'
import { randomBytes } from 'node:crypto'
import { inArray } from '@payloadcms/db-sqlite/drizzle'

type SqliteAdapter = ReturnType<ReturnType<typeof sqliteAdapter>['init']>
type Insert = Parameters<SqliteAdapter['insert']>[0]

/**
 * A row may be copied from one document to another, id and all, as it may on MongoDB: it gets an id of its own here,
 * where the rows of all documents are in one table.
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
  // Documents have no parent.
  return '_parentID' in table && code === 'SQLITE_CONSTRAINT_PRIMARYKEY' && message?.endsWith(`${tableName}.id`) === true
}

async function withFreeIds({ tables }: SqliteAdapter, { db, tableName, values }: Insert): Promise<Insert['values']> {
  const rows = [values].flat()
  const table = tables[tableName]!
  const taken = await db.select({ id: table.id! }).from(table).where(inArray(table.id!, rows.map(({ id }) => id)))
  const takenIds = new Set(taken.map(({ id }) => id))
  return rows.map(row => takenIds.has(row.id) ? { ...row, id: randomBytes(12).toString('hex') } : row)
}
