import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Use } from '../usage/usesOf.ts'
import { blogPath, HOME, SERVICES } from '@masthead/shared/paths'
import { tagOf } from '@masthead/shared/tags'
import { publicPath } from '../addresses/publicPath.ts'
import { usesOf } from '../usage/usesOf.ts'

/** The pages of published documents that show a document: its own first, then those of what uses it, and so on, up to `MAX_COUNTED`. */
export async function findAffectedPages(collection: CollectionSlug, id: string, req: PayloadRequest): Promise<string[]> {
  const paths = new Set<string>()
  const seen = new Set<string>()
  let wave: Pick<Use, 'collection' | 'id' | 'path'>[] = [{ collection, id, path: await publicPath(collection, id, req) }]
  for (let steps = 0; steps < MAX_STEPS && wave.length > 0; steps++) {
    const next: typeof wave = []
    for (const document of wave) {
      const tag = tagOf(document.collection, document.id)
      if (seen.has(tag))
        continue
      seen.add(tag)
      if (document.path)
        paths.add(document.path)
      // What has a page is shown there; other pages show no more of it than its name.
      if (!document.path || steps === 0)
        next.push(...await usesOf(document.collection, document.id, { req, publishedOnly: true }))
    }
    wave = next
  }
  return [...paths]
}

/** What stands on every page is looked for on these. */
export const EVERYWHERE = [HOME, blogPath(), SERVICES]

/** A picture is in an author, and the author in an article. */
const MAX_STEPS = 3
