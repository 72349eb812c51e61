import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { PayloadRequest } from 'payload'

/** Returns the session of a request's transaction; undefined if there is none. */
export async function sessionOf({ sessions }: MongooseAdapter, req: Partial<PayloadRequest> | undefined) {
  const transaction = await req?.transactionID
  return transaction === undefined ? undefined : sessions[transaction]
}
