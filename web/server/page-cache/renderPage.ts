import type { Rendering } from '../rendering/rendering'
import type { Page } from './Page'
import { Buffer } from 'node:buffer'
import { rendering } from '../rendering/rendering'
import { makePage } from './Page'

/** Has the framework draw a page, in a request of our own: nothing of what a reader sent is in it. */
export async function renderPage(path: string, current: Rendering): Promise<Page> {
  const { status, headers, body } = await rendering.run(current, async () => {
    const answer = await useNitroApp().localFetch(path, { redirect: 'manual' })
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
  })
  return makePage({ status, headers, body })
}
