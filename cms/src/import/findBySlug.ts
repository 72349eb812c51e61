import type { CollectionSlug, Payload } from 'payload'
import type { Existing } from './Step.ts'
import { digest } from './digest.ts'

/** Returns the document with a slug, in the trash or not, as last saved. */
export async function findBySlug(
  payload: Payload,
  collection: CollectionSlug,
  slug: string,
): Promise<Existing & { deletedAt?: string | null } | undefined> {
  const latest = await find(payload, collection, slug, true)
  const found = latest ?? await find(payload, collection, slug, false)
  if (!found)
    return undefined
  const saved = await payload.findByID({
    collection,
    id: found.id,
    draft: true,
    trash: true,
    depth: 0,
    overrideAccess: true,
  }) as Existing
  return { ...saved, isHalfSaved: !latest || !isSame(latest, saved) }
}

async function find(payload: Payload, collection: CollectionSlug, slug: string, draft: boolean) {
  const { docs } = await payload.find({
    collection,
    where: { slug: { equals: slug } },
    draft,
    trash: true,
    depth: 0,
    limit: 1,
    pagination: false,
    // A user who can start the import has every right on the database.
    overrideAccess: true,
  })
  return docs[0] as Existing | undefined
}

/**
 * Whether a document and its latest version agree. Without transactions, a process killed between saving the two leaves
 * one without the other. The admin, which lists by versions, would not show the document.
 */
function isSame(latest: Existing, saved: Existing): boolean {
  const fields = Object.keys(saved).filter(field => field !== 'createdAt' && field !== 'updatedAt')
  return digest(latest, fields) === digest(saved, fields)
}
