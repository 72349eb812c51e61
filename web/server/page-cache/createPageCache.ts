import type { CmsClient, Interceptor } from '@masthead/shared/client'
import type { CircuitBreaker } from '../rendering/CircuitBreaker'
import type { Respond } from '../rendering/Recording'
import type { RenderFragments } from './Layouts'
import { join } from 'node:path'
import { fetchLayout } from '../../app/layout/fetchLayout'
import { Dependencies } from '../changes/Dependencies'
import { FeedHistory } from '../changes/FeedHistory'
import { RecordedResponses } from '../rendering/RecordedResponses'
import { Recording } from '../rendering/Recording'
import { LAYOUT_PATH } from '../rendering/renderFragments'
import { replayInterceptor } from '../rendering/replayInterceptor'
import { ResponseCache } from '../rendering/ResponseCache'
import { Layouts } from './Layouts'
import { OwnFiles } from './OwnFiles'
import { PageCache } from './PageCache'
import { PageFiles } from './PageFiles'
import { PageIndex } from './PageIndex'
import { StoredPages } from './StoredPages'

/**
 * Composes the page cache of a data folder, with the pages of an earlier run, and the layouts and responses that it
 * needs.
 */
export function createPageCache({ dataDir, build, isFollowing, breaker, cms, renderFragments }: PageCacheParts) {
  const index = new PageIndex(join(dataDir, 'pages.db'))
  index.checkpointInBackground()
  const ownFiles = new OwnFiles(join(dataDir, 'own-pages'))
  if (!isFollowing) {
    index.clear()
    ownFiles.clear()
  }
  const { state } = index
  const history = new FeedHistory(state && { number: state.followed, entry: state.entry })
  const respond = responder(new ResponseCache(history), breaker)
  const responses = new RecordedResponses({ folder: join(dataDir, 'responses'), followed: state?.followed })
  const layouts = new Layouts({
    history,
    request: async () => {
      const recording = new Recording(history, respond)
      const { dependencies, snapshot } = recording
      const layout = await fetchLayout(cms(recording.interceptor))
      if (snapshot.followed !== undefined)
        await responses.store(LAYOUT_PATH, recording.responses, snapshot.followed)
      return { layout, dependencies, snapshot }
    },
    replay: async () => {
      const snapshot = history.snapshot()
      const replay = await responses.replay(LAYOUT_PATH)
      if (!replay)
        return undefined
      const dependencies = new Dependencies()
      return { layout: await fetchLayout(cms(replayInterceptor(replay, dependencies))), dependencies, snapshot }
    },
    render: renderFragments,
  })
  const cache = new PageCache({
    limit: MAX_MEMORY_BYTES,
    stored: new StoredPages({ files: new PageFiles(join(dataDir, 'pages')), ownFiles, index }),
    history,
    layouts,
    build,
  })
  return { cache, layouts, responses, respond }
}

interface PageCacheParts {
  dataDir: string
  /** Names the code that makes the pages: those of another build are stale. */
  build: string
  /** Whether the site instance follows the feed. Without it, pages of an earlier run are of no use. */
  isFollowing: boolean
  breaker: CircuitBreaker
  /** Returns a client of the CMS whose requests go through an interceptor. */
  cms: (interceptor: Interceptor) => CmsClient
  renderFragments: RenderFragments
}

const MAX_MEMORY_BYTES = 128 * 1024 * 1024

/**
 * Returns a function that gets a response for a page, from the cache or from the CMS, and tells the breaker whether the
 * CMS responds.
 */
function responder(cache: ResponseCache, breaker: CircuitBreaker): Respond {
  return (request, send) =>
    cache.get(request, async () => {
      try {
        const response = await send()
        breaker.recordSuccess()
        return response
      }
      catch (error) {
        breaker.recordFailure()
        throw error
      }
    })
}
