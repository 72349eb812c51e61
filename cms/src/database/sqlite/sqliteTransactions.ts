import type { sqliteAdapter } from '@payloadcms/db-sqlite'
import { randomUUID } from 'node:crypto'
import { NotSavedError } from '../../server/NotSavedError.ts'

type SqliteAdapter = ReturnType<ReturnType<typeof sqliteAdapter>['init']>
type Session = SqliteAdapter['sessions'][string]

/**
 * Returns an adapter whose commit throws if the database did not commit: after a successful save, the user relies on
 * it. Payload’s own transactions treat a failed commit as done.
 * https://github.com/payloadcms/payload/blob/v3.88.0/packages/drizzle/src/transactions/beginTransaction.ts
 */
export function sqliteTransactions(adapter: SqliteAdapter): SqliteAdapter {
  adapter.beginTransaction = async function (this: SqliteAdapter) {
    await this.initializing
    const id = randomUUID()
    this.sessions[id] = await begin(this)
    return id
  }
  adapter.commitTransaction = async function (this: SqliteAdapter, id) {
    const known = await id
    const session = this.sessions[known]
    if (!session)
      throw new NotSavedError('A part of the change failed, so none of it was saved.')
    delete this.sessions[known]
    await session.resolve()
  }
  return adapter
}

/**
 * Begins a transaction that stays open until it is ended elsewhere. Drizzle’s lasts as long as a callback, but Payload
 * begins and ends it in different places.
 */
async function begin({ drizzle }: SqliteAdapter): Promise<Session> {
  const begun = Promise.withResolvers<Session['db']>()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const done = drizzle.transaction(async (transaction) => {
    // Its type has no table names, and Payload’s has any.
    begun.resolve(transaction as unknown as Session['db'])
    await promise
  })
  done.catch(begun.reject)
  return {
    db: await begun.promise,
    resolve: async () => {
      resolve()
      await done.catch((error: Error) => {
        throw new NotSavedError(`The database refused it (${error.message}). Try again in a moment.`, error)
      })
    },
    reject: async () => {
      reject(new Error('Rolled back.'))
      await done.catch(() => {})
    },
  }
}
