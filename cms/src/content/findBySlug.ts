import type { CollectionSlug, Payload } from 'payload'
import type { Existing } from './Step.ts'

/** The document of a slug, in the trash or not, as last saved. */
export async function findBySlug(payload: Payload, collection: CollectionSlug, slug: string): Promise<Existing & { deletedAt?: string | null } | undefined> {
  // By its latest draft first; a save that was cut short may have left a document without one.
  for (const draft of [true, false]) {
    const { docs: [found] } = await payload.find({
      collection,
      where: { slug: { equals: slug } },
      draft,
      trash: true,
      depth: 0,
      limit: 1,
      pagination: false,
      // Whoever may start the import may write everything.
      overrideAccess: true,
    })
    if (found)
      return await payload.findByID({ collection, id: found.id, draft: true, trash: true, depth: 0, overrideAccess: true }) as Existing
  }
  return undefined
}
