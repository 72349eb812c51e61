import type { Changes } from '@masthead/shared/changes'
import type { Frame, SlotName } from '../../../app/frame/Frame'
import type { OwnPage } from '../../../server/page-cache/OwnPage'
import type { Page } from '../../../server/page-cache/Page'
import type { RenderedPage } from '../../../server/rendering/renderPage'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { FeedHistory } from '../../../server/changes/FeedHistory'
import { Uses } from '../../../server/changes/Uses'
import { Frames } from '../../../server/page-cache/Frames'
import { OwnFiles } from '../../../server/page-cache/OwnFiles'
import { makeOwnPage } from '../../../server/page-cache/OwnPage'
import { bodyOf, makePage } from '../../../server/page-cache/Page'
import { PageCache } from '../../../server/page-cache/PageCache'
import { PageFiles } from '../../../server/page-cache/PageFiles'
import { PageIndex } from '../../../server/page-cache/PageIndex'
import { StoredPages } from '../../../server/page-cache/StoredPages'
import { RecordedResponses } from '../../../server/rendering/RecordedResponses'

/** A page that is not composed. */
export function page(words: string, status = 200): Promise<Page> {
  return makePage({ status, headers: HEADERS, html: words })
}

/** A page with its words, and slots after them. */
export function ownPage(words: string, ...slots: SlotName[]): Promise<OwnPage> {
  return makeOwnPage(HEADERS, [{ text: words }, ...slots.flatMap(slot => [{ slot, text: 'a sample' }, { text: '' }])])
}

const HEADERS: [string, string][] = [['content-type', 'text/html;charset=utf-8'], ['x-frame', 'kept']]

export function words(page: Page): string {
  return bodyOf(page).toString()
}

const root = mkdtempSync(join(tmpdir(), 'pages-'))
// Not with each test: old folders are removed in the background.
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

/** A page as a render process gives it: composed later if it is found. */
export async function rendered(text: string, status = 200): Promise<RenderedPage> {
  return status === 200 ? { own: await ownPage(text) } : { page: await page(text, status) }
}

/** A folder for a test. */
export function newFolder(): string {
  return mkdtempSync(join(root, 'pages-'))
}

/** Dependencies on globals. */
export function uses(...names: string[]): Uses {
  const uses = new Uses()
  for (const name of names)
    uses.note({ path: `globals/${name}`, query: {} }, {})
  return uses
}

/** The CMS, as far as the frame is concerned: a frame is its name and a call to action, and depends on the global `frame`. */
export interface FrameSource {
  name: string
  /** Under an article. */
  headline?: string
  isDown: boolean
  requests: number
  /** What recorded responses give; undefined without any. */
  replayed: string | undefined
}

export interface CacheStage {
  cache: PageCache
  frames: Frames
  frameSource: FrameSource
  /** Composes a page for the frame of the moment, as a reader who asks for it has it done. */
  compose: (path: string) => Promise<string | undefined>
  /** Stores a page and composes it. */
  store: (path: string, own: OwnPage, uses: Uses) => Promise<void>
}

export function newCache({ limit = 1_000_000, folder = newFolder(), build = 'a build' } = {}): CacheStage {
  const index = new PageIndex(join(folder, 'pages.db'))
  const { state } = index
  const history = new FeedHistory(state && { number: state.followed, entry: state.entry })
  const frameSource: FrameSource = { name: '', isDown: false, requests: 0, replayed: undefined }
  const frames = new Frames({
    history,
    request: async () => {
      frameSource.requests++
      if (frameSource.isDown)
        throw new Error('No answer.')
      return { frame: frameNamed(frameSource.name, frameSource.headline), uses: uses('frame'), snapshot: history.snapshot() }
    },
    replay: async () => frameSource.replayed === undefined ? undefined : { frame: frameNamed(frameSource.replayed), uses: uses('frame'), snapshot: history.snapshot() },
    render: async ({ name, articleCta }, path) => ({ banner: name && `[${name}]`, header: `[at ${path}]`, ...(articleCta && { articleCta: `[${articleCta.headline}]` }) }),
  })
  const stored = new StoredPages({ files: new PageFiles(folder), ownFiles: new OwnFiles(join(folder, 'own-pages')), index })
  const cache = new PageCache({ limit, stored, history, frames, build })
  const compose = async (path: string) => {
    const page = await cache.compose(path, await frames.get())
    return page && words(page)
  }
  const store = async (path: string, own: OwnPage, used: Uses) => {
    cache.store(path, own, used)
    await compose(path)
  }
  return { cache, frames, frameSource, compose, store }
}

function frameNamed(name: string, headline?: string): Frame {
  return { name, navigation: [{ label: 'Blog', href: '/blog' }], footerLinks: [], banner: [], articleCta: headline ? { headline, link: { label: 'Look', href: '/look' } } : undefined }
}

/** A cache that follows the feed from its beginning. */
export async function newFollowingCache(options: { limit?: number, folder?: string } = {}): Promise<CacheStage> {
  const stage = newCache(options)
  await stage.cache.follow(NOTHING)
  return stage
}

export const NOTHING: Changes = { last: 0, changes: [] }

export function newResponses({ folder = newFolder(), followed = 0 as number | undefined } = {}): RecordedResponses {
  return new RecordedResponses({ folder, followed })
}
