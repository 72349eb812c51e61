import type { CmsClient } from '@masthead/shared/client'
import type { FeedFollower } from '../changes/FeedFollower'
import type { PageCache } from '../page-cache/PageCache'
import type { PageResolver } from './PageResolver'
import type { RenderQueue } from './RenderQueue'
import { knownPaths } from '../http/knownPaths'
import { prewarm } from './prewarm'

/** Renders every page of the site that is not cached, beside everything else. Resolves when it is done, or on abort. */
export async function prewarmSite(
  { cms, cache, resolver, follower, renderQueue, signal }: PrewarmSiteOptions,
): Promise<void> {
  await prewarm({
    paths: () =>
      knownPaths(cms).catch((error: Error) => {
        console.error(`Pages cannot be prewarmed for now: ${error.message}`)
        return undefined
      }),
    isCached: path => cache.has(path),
    mayStart: () => cache.followed !== undefined && !follower.isCutOff && renderQueue.isIdle,
    render: async (path) => {
      const resolved = await resolver.resolve(path)
      // If the CMS goes away during a render, the page is a 503 or a stale copy. Another failure would repeat itself.
      return resolved?.page.status === 503 || resolved?.staleSince !== undefined ? undefined : resolved
    },
    signal,
  })
}

interface PrewarmSiteOptions {
  cms: CmsClient
  cache: PageCache
  resolver: PageResolver
  follower: FeedFollower
  renderQueue: RenderQueue
  signal: AbortSignal
}
