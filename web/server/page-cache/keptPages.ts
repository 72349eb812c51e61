import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { followChanges } from '../cms'
import { env } from '../env'
import { Follower } from './Follower'
import { PageCache } from './PageCache'
import { pageKey } from './pageKey'
import { renderPage } from './renderPage'
import { Renders } from './Renders'
import { sendPage } from './sendPage'

const cache = new PageCache({ limit: 128 * 1024 * 1024 })
const renders = new Renders({ cache, render: renderPage, atOnce: 4 })
const follower = new Follower({ ask: followChanges, tell: changes => cache.follow(changes) })

/** The last change that was followed, and what is kept. */
export function pageCacheState(): { followed: number | undefined, pages: number, bytes: number } {
  return { followed: cache.followed, ...cache.size }
}

/** Answers with kept pages, before the framework hears of a request; all else is the framework's. */
export function withPages(framework: RequestListener): RequestListener {
  return (request, response) => {
    const key = pageKey(request)
    const page = key === undefined ? undefined : cache.get(key)
    if (page)
      sendPage(request, response, page)
    else if (key === undefined)
      framework(request, response)
    else
      void answerFresh(key, request, response, framework)
  }
}

async function answerFresh(key: string, request: IncomingMessage, response: ServerResponse, framework: RequestListener): Promise<void> {
  const page = await renders.page(key).catch((error: Error) => console.error(`[RENDER] "${key}":`, error))
  // A redirect takes the query along, so it is made for each request.
  if (!page || isRedirect(page.status))
    framework(request, response)
  else
    sendPage(request, response, page)
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}

/** Follows the changes of the CMS until the web stops. */
export function followCms(): { stop: () => void } {
  if (env.serviceKey)
    void follower.follow()
  else
    console.warn('Pages are not kept: set SERVICE_KEY, the same for the CMS and the web.')
  return follower
}
