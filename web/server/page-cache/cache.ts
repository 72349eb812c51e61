import { join } from 'node:path'
import { useRuntimeConfig } from '#imports'
import { askFrame } from '../../app/frame/askFrame'
import { FeedHistory } from '../changes/FeedHistory'
import { Uses } from '../changes/Uses'
import { cmsFor } from '../cms'
import { env } from '../env'
import { keptPictures } from '../media/keptPictures'
import { CircuitBreaker } from '../rendering/CircuitBreaker'
import { RecordedResponses } from '../rendering/RecordedResponses'
import { Recording } from '../rendering/Recording'
import { FRAME_PATH, renderFragments } from '../rendering/renderFragments'
import { replayThrough } from '../rendering/replayThrough'
import { ResponseCache } from '../rendering/ResponseCache'
import { Frames } from './Frames'
import { OwnFiles } from './OwnFiles'
import { PageCache } from './PageCache'
import { PageFiles } from './PageFiles'
import { PageIndex } from './PageIndex'
import { StoredPages } from './StoredPages'

const index = new PageIndex(join(env.dataDir, 'pages.db'))
index.checkpointInBackground()
const ownFiles = new OwnFiles(join(env.dataDir, 'own-pages'))

// Without its key the web cannot follow the changes, and what it cached before is of no use.
if (!env.serviceKey) {
  index.clear()
  ownFiles.clear()
  keptPictures.clear()
}

const { state } = index
const history = new FeedHistory(state && { number: state.followed, entry: state.entry })

export const breaker = new CircuitBreaker()

const responseCache = new ResponseCache(history)

/** The responses that pages were rendered from, out of the reach of nginx. */
export const responses = new RecordedResponses({ folder: join(env.dataDir, 'responses'), followed: state?.followed })

/** The frame around the pages of this web. */
export const frames = new Frames({ history, request: requestFrame, replay: replayFrame, render: renderFragments })

/** The pages that this web caches. */
export const cache = new PageCache({
  limit: 128 * 1024 * 1024,
  stored: new StoredPages({ files: new PageFiles(join(env.dataDir, 'pages')), ownFiles, index }),
  history,
  frames,
  build: `${useRuntimeConfig().app.buildId} ${env.siteUrl}`,
})

/** Gets a response for a page: cached, or from the CMS. */
export function respond<T>(question: Parameters<ResponseCache['get']>[0], send: () => Promise<T>): Promise<T> {
  return responseCache.get(question, async () => {
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

async function requestFrame() {
  const recording = new Recording(history, respond)
  const { uses, snapshot } = recording
  const frame = await askFrame(cmsFor(recording.through))
  if (snapshot.followed !== undefined)
    await responses.store(FRAME_PATH, recording.responses, snapshot.followed)
  return { frame, uses, snapshot }
}

async function replayFrame() {
  const snapshot = history.snapshot()
  const replay = await responses.replay(FRAME_PATH)
  if (!replay)
    return undefined
  const uses = new Uses()
  return { frame: await askFrame(cmsFor(replayThrough(replay, uses))), uses, snapshot }
}
