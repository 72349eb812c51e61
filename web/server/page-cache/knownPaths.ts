import type { CmsClient } from '@masthead/shared/client'
import { blogPath, HOME, LINKABLE, pathOf, SERVICES } from '@masthead/shared/paths'

/**
 * Where there are pages: the lists, and every document that readers see, the newest first. Further pages of the lists
 * are left out.
 */
export async function knownPaths(cms: CmsClient): Promise<string[]> {
  const paths = new Set([HOME, blogPath(), SERVICES])
  for (const collection of LINKABLE) {
    for (let page = 1, isMore = true; isMore; page++) {
      const query = { sort: '-createdAt', depth: 0, limit: AT_ONCE, page }
      const { docs, hasNextPage } = collection === 'pages'
        ? await cms.find(collection, { ...query, select: { path: true } })
        : await cms.find(collection, { ...query, select: { slug: true } })
      for (const path of docs.map(doc => pathOf(collection, doc))) {
        if (path)
          paths.add(path)
      }
      isMore = hasNextPage
    }
  }
  return [...paths]
}

const AT_ONCE = 500
