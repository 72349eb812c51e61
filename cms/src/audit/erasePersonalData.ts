import type { Payload, Where } from 'payload'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { recordEvent } from './recordEvent.ts'

/** The personal data to erase: that of one user, or all from before a moment. */
export type Erasure = { userId: string } | { before: Date }

/**
 * Erases names, addresses and titles, each with its salt, so that guessing cannot recover them. The event, its time and
 * the ids stay, and the chain verifies as before.
 *
 * @returns how many entries it changed
 */
export async function erasePersonalData(payload: Payload, erasure: Erasure): Promise<number> {
  const req = await createLocalReq({}, payload)
  const began = await initTransaction(req)
  try {
    const [byThem, aboutThem] = await Promise.all([entriesWhere(actsOf(erasure)), entriesWhere(titlesOf(erasure))])
    for (const id of byThem) {
      await payload.db.updateOne({
        collection,
        id,
        data: { name: null, address: null, nameSalt: null },
        req,
        returning: false,
      })
    }
    for (const id of aboutThem)
      await payload.db.updateOne({ collection, id, data: { title: null, titleSalt: null }, req, returning: false })
    await recordEvent(req, {
      event: 'erased',
      ...('userId' in erasure && { about: 'users', documentId: erasure.userId }),
    })
    if (began)
      await commitTransaction(req)
    return new Set([...byThem, ...aboutThem]).size
  }
  catch (error) {
    await killTransaction(req)
    throw error
  }

  async function entriesWhere(where: Where): Promise<string[]> {
    const { docs } = await payload.db.find<{ id: string }>({
      collection,
      where,
      pagination: false,
      limit: 0,
      select: { number: true },
      req,
    })
    return docs.map(({ id }) => id)
  }
}

const collection = 'audit-log'

function actsOf(erasure: Erasure): Where {
  return {
    and: [
      { nameSalt: { exists: true } },
      'userId' in erasure
        ? { userId: { equals: erasure.userId } }
        : { at: { less_than: erasure.before.toISOString() } },
    ],
  }
}

function titlesOf(erasure: Erasure): Where {
  const about: Where[] = 'userId' in erasure
    ? [{ about: { equals: 'users' } }, { documentId: { equals: erasure.userId } }]
    : [{ at: { less_than: erasure.before.toISOString() } }]
  return { and: [{ titleSalt: { exists: true } }, ...about] }
}
