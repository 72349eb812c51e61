import type { Changes } from '@masthead/shared/changes'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Freshness } from '../http/sendPage'
import { setTimeout as sleep } from 'node:timers/promises'
import { Follower } from '../changes/Follower'
import { TouchedPages } from '../changes/TouchedPages'
import { cms, followChanges } from '../cms'
import { env } from '../env'
import { errorPageOf } from '../http/errorPageOf'
import { knownAddresses } from '../http/knownAddresses'
import { knownPaths } from '../http/knownPaths'
import { leadFrom } from '../http/leadFrom'
import { sendPage } from '../http/sendPage'
import { answerLead } from '../http/withOneAddress'
import { keptPictures } from '../media/keptPictures'
import { Pages } from '../rendering/Pages'
import { renderPage } from '../rendering/renderPage'
import { Renders } from '../rendering/Renders'
import { warm } from '../rendering/warm'
import { breaker, cache, frames, respond, responses } from './cache'
import { Composer } from './Composer'
import { pageKey } from './pageKey'

const renders = new Renders({ cache, frames, respond, responses, render: renderPage, breaker, atOnce: 4 })
const pages = new Pages({ cache, frames, renders, breaker, renderTimeoutMs: 1800 })
const ended = new AbortController()
const composer = new Composer({ cache, frames, signal: ended.signal })
const touchedPages = new TouchedPages()
const follower = new Follower({ ask: (question, signal) => followChanges({ ...question, touched: touchedPages.report }, signal), tell: follow, from: cache.history.position })

/** Pages, pictures and addresses go by the same feed. */
async function follow(changes: Changes): Promise<void> {
  breaker.noteAnswer()
  void knownAddresses.follow(changes)
  if (cache.followed === undefined)
    keptPictures.begin()
  else
    keptPictures.follow(changes)
  if (cache.followed === undefined)
    responses.clear()
  responses.follow(changes)
  const { removed, touched } = await cache.follow(changes)
  touchedPages.add(touched, changes)
  composer.wake()
  rendering = rendering.then(() => renderAgain(removed))
}

let rendering: Promise<void> = Promise.resolve()

/** Should the CMS go away, there would be only recorded responses in place of what was removed: it is rendered at once, one after the other. */
async function renderAgain(paths: Iterable<string>): Promise<void> {
  for (const path of paths) {
    // What fails has been told of.
    if (!ended.signal.aborted && !cache.has(path))
      await pages.at(path).catch(() => {})
  }
}

/**
 * The last change that was followed, for how many seconds a web that is cut off has heard of none, what is kept, and
 * whether all redirects and addresses are known.
 */
export function pageCacheState() {
  const { pages, stale: aside, bytes } = cache.size
  return { followed: cache.applied, cutOffFor: freshness().age, pages, aside, bytes, addressesKnown: knownAddresses.isSettled }
}

/** Answers with kept pages, before the framework hears of a request; all else is the framework's. */
export function withPages(framework: RequestListener): RequestListener {
  return (request, response) => {
    const key = pageKey(request)
    const page = key === undefined ? undefined : cache.get(key)
    if (page)
      sendPage(request, response, page, freshness())
    else if (key === undefined)
      framework(request, response)
    else
      void answerFresh(key, request, response, framework)
  }
}

async function answerFresh(key: string, request: IncomingMessage, response: ServerResponse, framework: RequestListener): Promise<void> {
  try {
    const lead = knownAddresses.isSettled && !cache.has(key) ? await leadFrom(key, queryOf(request), paths => knownAddresses.ruleOf(paths)) : undefined
    if (lead)
      return await answerLead(request, response, lead)
    const found = await pages.at(key)
    const page = found && found.page.status !== 503 ? found.page : knownAddresses.isNowhere(key) ? await errorPageOf(404) : cache.unavailable
    // A redirect takes the query along, so it is made for each request.
    if (!page || (page.status >= 300 && page.status < 400))
      framework(request, response)
    else
      sendPage(request, response, page, found?.staleSince ? { age: secondsSince(found.staleSince), isStale: true } : freshness())
  }
  catch {
    // It has been told of; the framework says something to the reader.
    framework(request, response)
  }
}

function queryOf({ url = '' }: IncomingMessage): string {
  return /\?.*/s.exec(url)?.[0] ?? ''
}

/** Whoever is cut off from the feed cannot know whether a page has changed, and says for how long. */
function freshness(): Freshness {
  return follower.isCutOff && cache.lastContactAt !== undefined ? { age: secondsSince(cache.lastContactAt) } : FRESH
}

const FRESH: Freshness = {}

function secondsSince(time: number): number {
  return Math.max(0, Math.round((Date.now() - time) / 1000))
}

/** A request that is none, one with too long a body, and one with too long an address: the web never hears of them. */
const ERRORS_OF_NGINX = [400, 413, 414]

/** Follows the changes of the CMS from now on; resolves when the web may serve. */
export async function begin(): Promise<void> {
  cache.storeUnavailable(await errorPageOf(503))
  for (const status of ERRORS_OF_NGINX)
    cache.storeError(await errorPageOf(status))
  // What most readers meet of all errors is there before it is needed.
  void errorPageOf(404).catch(() => {})
  if (!env.serviceKey)
    return console.warn('Pages are not kept: set SERVICE_KEY, the same for the CMS and the web.')
  if (cache.followed !== undefined)
    keptPictures.open()
  void follower.follow()
  // What changed while the web was away is known before it serves; a CMS that does not answer keeps no reader waiting.
  const isSilent = await Promise.race([follower.begun.then(() => false), sleep(1000, true, { ref: false })])
  // Whoever has waited for it does not wait again.
  if (isSilent)
    breaker.noteFailure()
}

/** Renders ahead what readers may ask for, until the web stops. */
export async function renderAhead(): Promise<void> {
  await warm({
    paths: askPaths,
    isKept: path => cache.has(path),
    mayBegin: () => cache.followed !== undefined && !follower.isCutOff && renders.isIdle,
    render: async (path) => {
      const found = await pages.at(path)
      // A CMS that goes away in the middle of a render answers 503, or leaves the page before; what fails otherwise would fail again.
      return found?.page.status === 503 || found?.staleSince !== undefined ? undefined : found
    },
    signal: ended.signal,
  })
}

async function askPaths(): Promise<string[] | undefined> {
  try {
    return await knownPaths(cms)
  }
  catch (error) {
    console.error(`Pages cannot be rendered ahead for now: ${(error as Error).message}`)
  }
}

export function end(): void {
  follower.stop()
  knownAddresses.stop()
  ended.abort()
}
