import type { CmsClient, Through } from '@masthead/shared/client'
import type { CircuitBreaker } from '../rendering/CircuitBreaker'
import type { Respond } from '../rendering/Recording'
import type { RenderFragments } from './Frames'
import { join } from 'node:path'
import { askFrame } from '../../app/frame/askFrame'
import { FeedHistory } from '../changes/FeedHistory'
import { Uses } from '../changes/Uses'
import { RecordedResponses } from '../rendering/RecordedResponses'
import { Recording } from '../rendering/Recording'
import { FRAME_PATH } from '../rendering/renderFragments'
import { replayThrough } from '../rendering/replayThrough'
import { ResponseCache } from '../rendering/ResponseCache'
import { Frames } from './Frames'
import { OwnFiles } from './OwnFiles'
import { PageCache } from './PageCache'
import { PageFiles } from './PageFiles'
import { PageIndex } from './PageIndex'
import { StoredPages } from './StoredPages'

/** Composes the page cache of a data folder, with the pages of an earlier run, and the frames and responses that it needs. */
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
  const frames = new Frames({
    history,
    request: async () => {
      const recording = new Recording(history, respond)
      const { uses, snapshot } = recording
      const frame = await askFrame(cms(recording.through))
      if (snapshot.followed !== undefined)
        await responses.store(FRAME_PATH, recording.responses, snapshot.followed)
      return { frame, uses, snapshot }
    },
    replay: async () => {
      const snapshot = history.snapshot()
      const replay = await responses.replay(FRAME_PATH)
      if (!replay)
        return undefined
      const uses = new Uses()
      return { frame: await askFrame(cms(replayThrough(replay, uses))), uses, snapshot }
    },
    render: renderFragments,
  })
  const cache = new PageCache({
    limit: MAX_MEMORY_BYTES,
    stored: new StoredPages({ files: new PageFiles(join(dataDir, 'pages')), ownFiles, index }),
    history,
    frames,
    build,
  })
  return { cache, frames, responses, respond }
}

interface PageCacheParts {
  dataDir: string
  /** What makes the pages: those of another build are stale. */
  build: string
  /** Whether the site instance follows the feed. Without it, pages of an earlier run are of no use. */
  isFollowing: boolean
  breaker: CircuitBreaker
  /** Returns a client of the CMS whose questions go through a function. */
  cms: (through: Through) => CmsClient
  renderFragments: RenderFragments
}

const MAX_MEMORY_BYTES = 128 * 1024 * 1024

/** Returns a function that gets a response for a page, from the cache or from the CMS, and tells the breaker whether the CMS responds. */
function responder(cache: ResponseCache, breaker: CircuitBreaker): Respond {
  return (question, send) => cache.get(question, async () => {
    try {
      const response = await send()
      breaker.noteAnswer()
      return response
    }
    catch (error) {
      breaker.noteFailure()
      throw error
    }
  })
}
