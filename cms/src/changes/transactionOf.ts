import type { PayloadRequest } from 'payload'

/**
 * Returns the transaction of a request; undefined if the database has no transactions. (`DocumentLocks` gives every
 * request an id there.)
 */
export async function transactionOf(req: PayloadRequest): Promise<number | string | undefined> {
  const transaction: unknown = await req.transactionID
  const isId = typeof transaction === 'string' || typeof transaction === 'number'
  return isId && transaction in req.payload.db.sessions! ? transaction : undefined
}
