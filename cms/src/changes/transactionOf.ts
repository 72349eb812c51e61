import type { PayloadRequest } from 'payload'

/** The transaction that a request is in; undefined where the database has none. */
export async function transactionOf(req: PayloadRequest): Promise<number | string | undefined> {
  const transaction: unknown = await req.transactionID
  // Without transactions it may be anything that was made of an empty promise.
  return typeof transaction === 'string' || typeof transaction === 'number' ? transaction : undefined
}
