import type { Cms } from './cms.ts'
import Database from 'libsql'
import { MongoClient } from 'mongodb'

/**
 * From now on the database of a CMS takes no new or changed document of a collection: the statement fails in the
 * database itself. On MongoDB that is so for documents with a value at `path`, of which there must be none yet, and of
 * these where `only` says so: the index of an area refuses anything else, with the whole document in its message.
 */
export async function refuseWrites(cms: Cms, collection: string, path: string, only: object = {}): Promise<void> {
  const url = cms.environment.DATABASE_URL!
  if (url.startsWith('file:')) {
    // Rows of a list are a table of their own.
    const table = [collection, ...path.split('.').slice(0, -1)].join('_').replaceAll('-', '_')
    const database = new Database(url.slice('file:'.length))
    // The CMS may be writing.
    database.exec('PRAGMA busy_timeout = 10000')
    for (const verb of ['INSERT', 'UPDATE']) {
      database.exec(
        `CREATE TRIGGER refuse_${table}_${verb} BEFORE ${verb} ON "${table}" BEGIN SELECT RAISE(ABORT, 'no more room'); END`,
      )
    }
    database.close()
    return
  }
  const client = await MongoClient.connect(url)
  await client.db().collection(collection).createIndex({ [path]: '2dsphere' }, { partialFilterExpression: only })
  await client.close()
}
