import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Use } from '../usage/usesOf.ts'
import { blogPath, HOME, SERVICES } from '@masthead/shared/paths'
import { tagOf } from '@masthead/shared/tags'
import { publicPath } from '../addresses/publicPath.ts'
import { usesOf } from '../usage/usesOf.ts'

/**
 * Returns the pages of published documents that show a document: first its own, then those of the documents that use
 * it, and so on, up to `MAX_COUNTED`.
 */
export async function findAffectedPages(
  collection: CollectionSlug,
  id: string,
  req: PayloadRequest,
): Promise<string[]> {
  const paths = new Set<string>()
  const seen = new Set<string>()
  let wave: Pick<Use, 'collection' | 'id' | 'path'>[] = [{
    collection,
    id,
    path: await publicPath(collection, id, req),
  }]
  for (let steps = 0; steps < MAX_STEPS && wave.length > 0; steps++) {
    const next: typeof wave = []
    for (const document of wave) {
      const tag = tagOf(document.collection, document.id)
      if (seen.has(tag))
        continue
      seen.add(tag)
      if (document.path)
        paths.add(document.path)
      // A document with a page shows its content there. Other pages show only its name, so the search stops.
      if (!document.path || steps === 0)
        next.push(...await usesOf(document.collection, document.id, { req, publishedOnly: true }))
    }
    wave = next
  }
  return [...paths]
}

/** The pages that are read for content that every page shows. */
export const EVERYWHERE = [HOME, blogPath(), SERVICES]

/** The longest chain: a picture is in an author, and the author in an article. */
const MAX_STEPS = 3
