import type { PayloadRequest } from 'payload'

/** Returns the transaction of a request; undefined if the database has no transactions. */
export async function transactionOf(req: PayloadRequest): Promise<number | string | undefined> {
  const transaction: unknown = await req.transactionID
  // Without transactions, Payload may put any value here that came from an empty promise.
  return typeof transaction === 'string' || typeof transaction === 'number' ? transaction : undefined
}
