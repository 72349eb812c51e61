import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { randomUUID } from 'node:crypto'
import { locksOf } from '../lockDocument.ts'
import { DocumentLocks } from './DocumentLocks.ts'

/**
 * Returns an adapter that ends the locks of an operation when it commits or fails. A single server has no transactions,
 * so operations get an id of their own there: Payload commits or rolls back whatever has one.
 */
export function lockDocuments(adapter: MongooseAdapter): MongooseAdapter {
  const { connect } = adapter
  // Connecting replaces `beginTransaction` on a single server.
  adapter.connect = async function (this: MongooseAdapter, options) {
    await connect!.call(this, options)
    const locks = new DocumentLocks(this.connection.collection('document-locks') as never)
    locksOf.set(this as never, locks)
    const { beginTransaction, commitTransaction, rollbackTransaction } = this
    this.beginTransaction = async options => await beginTransaction.call(this, options) ?? randomUUID()
    this.commitTransaction = async (id) => {
      try {
        await commitTransaction.call(this, id)
      }
      finally {
        await locks.release(String(await id))
      }
    }
    this.rollbackTransaction = async (id) => {
      try {
        await rollbackTransaction.call(this, id)
      }
      finally {
        await locks.release(String(await id))
      }
    }
  }
  return adapter
}
