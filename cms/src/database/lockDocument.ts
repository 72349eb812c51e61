import type { DatabaseAdapter, PayloadRequest } from 'payload'
import type { DocumentLocks } from './mongodb/DocumentLocks.ts'

/**
 * Keeps other requests and processes from writing a document until the operation of this request ends. SQLite needs no
 * locks: there a transaction is the only writer from its beginning.
 *
 * @param document its tag
 * @throws {NotSavedError} if another request has held it for 10 s
 */
export async function lockDocument(req: PayloadRequest, document: string): Promise<void> {
  const transaction: unknown = await req.transactionID
  if (typeof transaction === 'string')
    await locksOf.get(req.payload.db)?.take(document, transaction)
}

/** The locks of a database, set when it is connected. */
export const locksOf = new WeakMap<DatabaseAdapter, DocumentLocks>()
