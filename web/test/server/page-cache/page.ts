import type { Changes } from '@masthead/shared/changes'
import type { Layout, SlotName } from '../../../app/layout/Layout'
import type { OwnPage } from '../../../server/page-cache/OwnPage'
import type { Page } from '../../../server/page-cache/Page'
import type { RenderedPage } from '../../../server/rendering/renderPage'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { Dependencies } from '../../../server/changes/Dependencies'
import { FeedHistory } from '../../../server/changes/FeedHistory'
import { Layouts } from '../../../server/page-cache/Layouts'
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
export function dependencies(...names: string[]): Dependencies {
  const dependencies = new Dependencies()
  for (const name of names)
    dependencies.record({ path: `globals/${name}`, query: {} }, {})
  return dependencies
}

/**
 * The CMS, as far as the layout is concerned: a layout is its name and a call to action, and depends on the global
 * `frame`.
 */
export interface LayoutSource {
  name: string
  /** Under an article. */
  headline?: string
  isDown: boolean
  requests: number
  /** The result of recorded responses; undefined without any. */
  replayed: string | undefined
}

export interface CacheStage {
  cache: PageCache
  layouts: Layouts
  layoutSource: LayoutSource
  /** Composes a page for the layout of the moment, as a reader who asks for it has it done. */
  compose: (path: string) => Promise<string | undefined>
  /** Stores a page and composes it. */
  store: (path: string, own: OwnPage, dependencies: Dependencies) => Promise<void>
}

export function newCache({ limit = 1_000_000, folder = newFolder(), build = 'a build' } = {}): CacheStage {
  const index = new PageIndex(join(folder, 'pages.db'))
  const { state } = index
  const history = new FeedHistory(state && { number: state.followed, entry: state.entry })
  const layoutSource: LayoutSource = { name: '', isDown: false, requests: 0, replayed: undefined }
  const layouts = new Layouts({
    history,
    request: async () => {
      layoutSource.requests++
      if (layoutSource.isDown)
        throw new Error('No answer.')
      return {
        layout: layoutNamed(layoutSource.name, layoutSource.headline),
        dependencies: dependencies('frame'),
        snapshot: history.snapshot(),
      }
    },
    replay: async () =>
      layoutSource.replayed === undefined
        ? undefined
        : {
            layout: layoutNamed(layoutSource.replayed),
            dependencies: dependencies('frame'),
            snapshot: history.snapshot(),
          },
    render: async ({ name, articleCta }, path) => ({
      banner: name && `[${name}]`,
      header: `[at ${path}]`,
      ...(articleCta && { articleCta: `[${articleCta.headline}]` }),
    }),
  })
  const stored = new StoredPages({
    files: new PageFiles(folder),
    ownFiles: new OwnFiles(join(folder, 'own-pages')),
    index,
  })
  const cache = new PageCache({ limit, stored, history, layouts, build })
  const compose = async (path: string) => {
    const page = await cache.compose(path, await layouts.get())
    return page && words(page)
  }
  const store = async (path: string, own: OwnPage, used: Dependencies) => {
    cache.store(path, own, used)
    await compose(path)
  }
  return { cache, layouts, layoutSource, compose, store }
}

function layoutNamed(name: string, headline?: string): Layout {
  return {
    name,
    navigation: [{ label: 'Blog', href: '/blog' }],
    footerLinks: [],
    banner: [],
    articleCta: headline ? { headline, link: { label: 'Look', href: '/look' } } : undefined,
  }
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
