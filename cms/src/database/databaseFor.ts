import { resolve } from 'node:path'

/**
 * Loads the database adapter for a `DATABASE_URL`: `file:…` is SQLite, `mongodb://…` is MongoDB. Nothing else in the
 * code knows which of the two it is. The modules of the other database are not loaded: without those of SQLite, the
 * config of a CMS on MongoDB loads in two thirds of the time.
 */
export async function databaseFor(url: string) {
  if (url.startsWith('file:')) {
    const { sqliteDatabase } = await import('./sqlite/sqliteDatabase.ts')
    return sqliteDatabase(resolve(url.slice('file:'.length)))
  }
  const { mongodbDatabase } = await import('./mongodb/mongodbDatabase.ts')
  return mongodbDatabase(url)
}
