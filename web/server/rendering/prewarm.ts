import type { CmsClient } from '@masthead/shared/client'
import type { FeedFollower } from '../changes/FeedFollower'
import type { PageCache } from '../page-cache/PageCache'
import type { Pages } from './Pages'
import type { Renders } from './Renders'
import { knownPaths } from '../http/knownPaths'
import { renderAhead } from './renderAhead'

/** Renders every page of the site that is not cached, beside everything else. Resolves when it is done, or on abort. */
export async function prewarm({ cms, cache, pages, follower, renders, signal }: PrewarmOptions): Promise<void> {
  await renderAhead({
    paths: () => knownPaths(cms).catch((error: Error) => {
      console.error(`Pages cannot be rendered ahead for now: ${error.message}`)
      return undefined
    }),
    isKept: path => cache.has(path),
    mayBegin: () => cache.followed !== undefined && !follower.isCutOff && renders.isIdle,
    render: async (path) => {
      const found = await pages.at(path)
      // If the CMS goes away during a render, the page is a 503 or a stale copy. Another failure would repeat itself.
      return found?.page.status === 503 || found?.staleSince !== undefined ? undefined : found
    },
    signal,
  })
}

interface PrewarmOptions {
  cms: CmsClient
  cache: PageCache
  pages: Pages
  follower: FeedFollower
  renders: Renders
  signal: AbortSignal
}
