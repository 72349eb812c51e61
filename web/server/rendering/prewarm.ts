import { setTimeout as sleep } from 'node:timers/promises'
import { inBackground } from '../scheduling/inBackground'

/**
 * Renders the pages that there are ahead, so that who comes first finds them kept: one at a time, with pauses, and none
 * while a reader waits for a render. What is kept stays as it is; while the CMS does not answer, nothing is asked.
 */
export async function prewarm({ paths, isCached, mayStart, render, signal, pauseMs = PAUSE_MS }: PrewarmOptions): Promise<void> {
  const untilResponse = async <Result>(send: () => Promise<Result | undefined>): Promise<Result> => {
    for (;;) {
      do
        await sleep(pauseMs, undefined, { signal })
      while (!mayStart())
      const response = await send()
      if (response !== undefined)
        return response
      await sleep(25 * pauseMs, undefined, { signal })
    }
  }
  try {
    const known = await untilResponse(paths)
    let cached = 0
    await inBackground(known, async (path) => {
      if (!isCached(path))
        await untilResponse(() => render(path))
      cached += Number(isCached(path))
    })
    console.warn(`Rendered ahead: ${cached} of ${known.length} pages are kept.`)
  }
  catch (error) {
    if (!signal.aborted)
      throw error
  }
}

interface PrewarmOptions {
  /** Where there are pages; undefined where the CMS does not answer. */
  paths: () => Promise<string[] | undefined>
  isCached: (path: string) => boolean
  /** Whether the CMS is there, and no reader waits for it. */
  mayStart: () => boolean
  /** What is at a path by now; undefined where the CMS does not answer. */
  render: (path: string) => Promise<object | undefined>
  /** Ends it. */
  signal: AbortSignal
  /** Milliseconds between two pages. */
  pauseMs?: number
}

const PAUSE_MS = 200
