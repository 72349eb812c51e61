import type { Page } from './Page'
import type { Rendering } from './rendering'
import { Buffer } from 'node:buffer'
import { errorPage, RETRY_AFTER } from '../errorPage'
import { SECURITY_HEADERS } from '../securityHeaders'
import { makePage } from './Page'
import { rendering } from './rendering'

/** Has the framework draw a page, in a request of our own: nothing of what a reader sent is in it. */
export async function renderPage(path: string, current: Rendering): Promise<Page> {
  const { status, headers, body } = await rendering.run(current, async () => {
    const answer = await useNitroApp().localFetch(path, { redirect: 'manual' })
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
  })
  return makePage({ status, headers, body })
}

/** The page for readers who cannot have theirs right now. */
export async function renderUnavailable(): Promise<Page> {
  const headers = new Headers({ ...SECURITY_HEADERS, 'Content-Type': 'text/html;charset=utf-8', 'Retry-After': String(RETRY_AFTER) })
  return makePage({ status: 503, headers, body: Buffer.from(await errorPage(503)) })
}
