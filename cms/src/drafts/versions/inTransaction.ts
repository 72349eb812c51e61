import type { PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction } from 'payload'

/** Returns the result of some work, all of which is stored, or none. */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  const shouldCommit = await initTransaction(req)
  try {
    const result = await work()
    if (shouldCommit)
      await commitTransaction(req)
    return result
  }
  catch (error) {
    await killTransaction(req)
    throw error
  }
}
