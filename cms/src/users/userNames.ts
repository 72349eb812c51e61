import type { Payload } from 'payload'

/** Returns the names of users by their ids, without those of deleted users. It queries nothing if there are no ids. */
export async function userNames({ db }: Pick<Payload, 'db'>, ids: Iterable<string>): Promise<Map<string, string>> {
  const distinct = [...new Set(ids)]
  if (distinct.length === 0)
    return new Map()
  const { docs } = await db.find<{ id: string, name: string }>({
    collection: 'users',
    where: { id: { in: distinct } },
    select: { name: true },
    limit: 0,
    pagination: false,
  })
  return new Map(docs.map(({ id, name }) => [String(id), name]))
}
