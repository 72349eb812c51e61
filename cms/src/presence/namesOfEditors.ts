import type { Payload } from 'payload'
import type { Saved } from './readRevisions.ts'

/** Returns the names of the users who saved these documents, by id. It queries none if no document names its editor. */
export async function namesOfEditors({ db }: Payload, saved: Saved[]): Promise<Map<string, string>> {
  const ids = [...new Set(saved.flatMap(({ editedBy }) => editedBy ?? []))]
  if (ids.length === 0)
    return new Map()
  const { docs } = await db.find<{ id: string, name: string }>({
    collection: 'users',
    where: { id: { in: ids } },
    select: { name: true },
    limit: 0,
    pagination: false,
  })
  return new Map(docs.map(({ id, name }) => [String(id), name]))
}
