import { setTimeout as sleep } from 'node:timers/promises'
import { inBackground } from '../scheduling/inBackground'

/**
 * Renders the pages that there are ahead, so that who comes first finds them kept: one at a time, with pauses, and none
 * while a reader waits for a render. What is kept stays as it is; while the CMS does not answer, nothing is asked.
 */
export async function renderAhead({ paths, isKept, mayBegin, render, signal, pause = PAUSE }: Warming): Promise<void> {
  const untilAnswered = async <Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> => {
    for (;;) {
      do
        await sleep(pause, undefined, { signal })
      while (!mayBegin())
      const answer = await ask()
      if (answer !== undefined)
        return answer
      await sleep(25 * pause, undefined, { signal })
    }
  }
  try {
    const known = await untilAnswered(paths)
    let kept = 0
    await inBackground(known, async (path) => {
      if (!isKept(path))
        await untilAnswered(() => render(path))
      kept += Number(isKept(path))
    })
    console.warn(`Rendered ahead: ${kept} of ${known.length} pages are kept.`)
  }
  catch (error) {
    if (!signal.aborted)
      throw error
  }
}

interface Warming {
  /** Where there are pages; undefined where the CMS does not answer. */
  paths: () => Promise<string[] | undefined>
  isKept: (path: string) => boolean
  /** Whether the CMS is there, and no reader waits for it. */
  mayBegin: () => boolean
  /** What is at a path by now; undefined where the CMS does not answer. */
  render: (path: string) => Promise<object | undefined>
  /** Ends it. */
  signal: AbortSignal
  /** Milliseconds between two pages. */
  pause?: number
}

const PAUSE = 200
