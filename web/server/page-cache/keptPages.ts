import type { Changes } from '@masthead/shared/changes'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Freshness } from './sendPage'
import { setTimeout as sleep } from 'node:timers/promises'
import { cms, followChanges } from '../cms'
import { env } from '../env'
import { errorPageOf } from '../http/errorPageOf'
import { knownAddresses } from '../http/knownAddresses'
import { leadFrom } from '../http/leadFrom'
import { answerLead } from '../http/withOneAddress'
import { keptPictures } from '../pictures/keptPictures'
import { CircuitBreaker } from '../rendering/CircuitBreaker'
import { Answers } from './Answers'
import { cache, responses } from './cache'
import { Follower } from './Follower'
import { knownPaths } from './knownPaths'
import { pageKey } from './pageKey'
import { Pages } from './Pages'
import { renderPage } from './renderPage'
import { Renders } from './Renders'
import { sendPage } from './sendPage'
import { warm } from './warm'

const breaker = new CircuitBreaker()
const renders = new Renders({ cache, answers: new Answers(cache.history), responses, render: renderPage, breaker, atOnce: 4 })
const pages = new Pages({ cache, renders, breaker, patience: 1800 })
const ended = new AbortController()
const follower = new Follower({ ask: followChanges, tell: follow, from: cache.history.position })

/** Pages, pictures and addresses go by the same feed. */
function follow(changes: Changes): void {
  breaker.noteAnswer()
  void knownAddresses.follow(changes)
  if (cache.followed === undefined)
    keptPictures.begin()
  else
    keptPictures.follow(changes)
  if (cache.followed === undefined)
    responses.clear()
  responses.follow(changes)
  const dropped = cache.follow(changes)
  renewing = renewing.then(() => renew(dropped))
}

let renewing: Promise<void> = Promise.resolve()

/** Should the CMS go away, there would be nothing to show in the place of what was dropped: it is rendered at once, one after the other. */
async function renew(paths: Iterable<string>): Promise<void> {
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
  return { followed: cache.followed, cutOffFor: freshness().age, ...cache.size, addressesKnown: knownAddresses.isSettled }
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
  return follower.isCutOff && cache.heard !== undefined ? { age: secondsSince(cache.heard) } : FRESH
}

const FRESH: Freshness = {}

function secondsSince(time: number): number {
  return Math.max(0, Math.round((Date.now() - time) / 1000))
}

/** A request that is none, one with too long a body, and one with too long an address: the web never hears of them. */
const ERRORS_OF_NGINX = [400, 413, 414]

/** Follows the changes of the CMS from now on; resolves when the web may serve. */
export async function begin(): Promise<void> {
  cache.keepUnavailable(await errorPageOf(503))
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
