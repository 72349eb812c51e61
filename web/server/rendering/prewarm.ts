import { setTimeout as sleep } from 'node:timers/promises'
import { inBackground } from '../scheduling/inBackground'

/**
 * Renders pages before the first reader requests them: one at a time, with pauses, and none while a reader waits for a
 * render. It leaves cached pages as they are, and sends nothing while the CMS does not respond.
 */
export async function prewarm(
  { paths, isCached, mayStart, render, signal, pauseMs = PAUSE_MS }: PrewarmOptions,
): Promise<void> {
  const untilResponse = async <Result>(send: () => Promise<Result | undefined>): Promise<Result> => {
    for (;;) {
      do await sleep(pauseMs, undefined, { signal })
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
    console.warn(`Rendered ahead: ${cached} of ${known.length} pages are cached.`)
  }
  catch (error) {
    if (!signal.aborted)
      throw error
  }
}

interface PrewarmOptions {
  /** Returns the paths of pages; undefined if the CMS does not respond. */
  paths: () => Promise<string[] | undefined>
  isCached: (path: string) => boolean
  /** Returns whether the CMS responds, and no reader waits for a render. */
  mayStart: () => boolean
  /** Returns the page at a path; undefined if the CMS does not respond. */
  render: (path: string) => Promise<object | undefined>
  /** Ends the work. */
  signal: AbortSignal
  /** Milliseconds between two pages. */
  pauseMs?: number
}

const PAUSE_MS = 200
