import type { Change } from '@masthead/shared/changes'
import type { CacheStage } from './page'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { Dependencies } from '../../../server/changes/Dependencies'
import { PageFiles } from '../../../server/page-cache/PageFiles'
import { PageIndex } from '../../../server/page-cache/PageIndex'
import { dependencies, newCache, newFolder, newFollowingCache, NOTHING, ownPage, page, words } from './page'

const change = (number: number, ...tags: string[]): Change => ({ number, kind: 'changed', tags })
const gone = (number: number, ...tags: string[]): Change => ({ number, kind: 'gone', tags })

/** The files that nginx looks at for a page, in its order. */
const LEVELS = ['live', 'live/.previous', 'live/.previous/.previous', 'live/.previous/.previous/.previous'].flatMap(
  level => [[level, '.html.gz'], [level, '.stale.html.gz']] as const,
)

/** Returns the file that nginx serves by itself: while the site instance answers, one of a live page only. */
function served(folder: string, path: string, { isWebDown = false } = {}): string | undefined {
  const levels = LEVELS.slice(0, isWebDown ? undefined : 1)
  const file = levels.map(([level, ending]) => join(folder, level, path + ending)).find(file => existsSync(file))
  return file && gunzipSync(readFileSync(file)).toString()
}

async function staleWords({ cache }: CacheStage, path: string): Promise<string | undefined> {
  const stale = await cache.composeStale(path)
  return stale && words(stale.page)
}

describe('a cached page', () => {
  it('is stored only once the feed is followed', async () => {
    const { cache, store } = newCache()
    await store('/', await ownPage('home'), dependencies('site'))
    expect(cache.get('/')).toBeUndefined()
    await cache.follow({ last: 7, changes: [] })
    await store('/', await ownPage('home'), dependencies('site'))
    expect(words(cache.get('/')!)).toBe('home')
    expect(cache.followed).toBe(7)
  })

  it('becomes stale when a dependency changes, and no other does', async () => {
    const { cache, store } = await newFollowingCache()
    await store('/a', await ownPage('a'), dependencies('site', 'x'))
    await store('/b', await ownPage('b'), dependencies('site', 'y'))
    await cache.follow({ last: 1, changes: [change(1, 'x')] })
    expect([cache.get('/a'), cache.has('/a'), cache.has('/b')]).toEqual([undefined, false, true])
    expect(words(cache.get('/b')!)).toBe('b')
    expect(cache.size).toMatchObject({ pages: 1, stale: 1 })
  })

  it('goes with all others when the feed cannot be caught up with', async () => {
    const { cache, store } = await newFollowingCache()
    await store('/a', await ownPage('a'), dependencies())
    await cache.follow({ last: 3, changes: [], reset: true })
    expect([cache.get('/a'), await cache.composeStale('/a')]).toEqual([undefined, undefined])
    expect(cache.followed).toBe(3)
    expect(cache.size).toEqual({ pages: 0, stale: 0, bytes: 0 })
  })

  it('makes room in memory for others when it is the least recently read', async () => {
    const room = 2 * (await ownPage('a')).parts[0]!.bytes.length
    const { cache, store } = await newFollowingCache({ limit: 2 * room })
    await store('/a', await ownPage('a'), dependencies())
    await store('/b', await ownPage('b'), dependencies())
    cache.get('/a')
    await store('/c', await ownPage('c'), dependencies())
    expect(['/a', '/b', '/c'].map(path => cache.get(path) && words(cache.get(path)!))).toEqual(['a', undefined, 'c'])
    expect(cache.size).toEqual({ pages: 3, stale: 0, bytes: 2 * room })
  })

  it('that has left memory comes back from its file', async () => {
    const { cache, store, compose } = await newFollowingCache({ limit: 1 })
    await store('/a', await ownPage('a'), dependencies())
    expect(cache.get('/a')).toBeUndefined()
    expect(await compose('/a')).toBe('a')
  })
})

describe('a path without a page', () => {
  it('is remembered until a page may be there, and takes no memory from pages', async () => {
    const { cache } = await newFollowingCache({ limit: 1 })
    const nothing = new Dependencies()
    nothing.recordPath('/x')
    cache.storeNotFound('/x', await page('nothing here', 404), nothing)
    cache.storeNotFound('/y', await page('nothing here', 404), dependencies())
    expect(cache.get('/x')).toBe(cache.get('/y'))
    expect(cache.size).toEqual({ pages: 0, stale: 0, bytes: 0 })
    await cache.follow({ last: 1, changes: [change(1, 'path:/x')] })
    expect(cache.get('/x')).toBeUndefined()
    expect(cache.get('/y')).toBeDefined()
  })

  it('is one of a thousand at most', async () => {
    const { cache } = await newFollowingCache()
    const nothing = await page('nothing here', 404)
    for (let number = 0; number < 1500; number++)
      cache.storeNotFound(`/${number}`, nothing, dependencies())
    expect(cache.get('/0')).toBeUndefined()
    expect(cache.get('/1499')).toBeDefined()
  })
})

describe('the layout', () => {
  it('that remains the same after a change leaves every page as it is', async () => {
    const folder = newFolder()
    const { cache, layoutSource, store } = await newFollowingCache({ folder })
    layoutSource.name = 'Spring'
    await store('/a', await ownPage('a', 'banner', 'feed'), dependencies())
    const { touched } = await cache.follow({ last: 1, changes: [change(1, 'frame')] })
    expect([touched, words(cache.get('/a')!), served(folder, '/a')]).toEqual([
      [{ number: 1, paths: [] }],
      'a[Spring]; feed=0',
      'a[Spring]; feed=0',
    ])
  })

  it('leaves a page as it is that does not show what changed of it', async () => {
    const folder = newFolder()
    const { cache, layoutSource, store, compose } = await newFollowingCache({ folder })
    layoutSource.headline = 'Spring'
    await store('/article', await ownPage('article', 'articleCta', 'feed'), dependencies())
    await store('/list', await ownPage('list', 'banner', 'feed'), dependencies())
    const list = cache.get('/list')!
    layoutSource.headline = 'Summer'
    const { touched } = await cache.follow({ last: 1, changes: [change(1, 'frame')] })
    expect(touched).toEqual([{ number: 1, paths: ['/article'] }])
    expect([await compose('/article'), await compose('/list')]).toEqual(['article[Summer]; feed=1', 'list; feed=0'])
    expect([cache.get('/list'), served(folder, '/article'), served(folder, '/list')]).toEqual([
      list,
      'article[Summer]; feed=1',
      'list; feed=0',
    ])
    layoutSource.name = 'A banner'
    await cache.follow({ last: 2, changes: [change(2, 'frame')] })
    expect([await compose('/article'), await compose('/list')]).toEqual([
      'article[Summer]; feed=2',
      'list[A banner]; feed=2',
    ])
  })

  it('is reported to have touched no page that was left as it was', async () => {
    const { cache, layoutSource, store, compose } = await newFollowingCache({ limit: 5000 })
    layoutSource.headline = 'Spring'
    // Too large for memory.
    const article = await ownPage(randomBytes(9000).toString('hex'), 'articleCta')
    await store('/list', await ownPage('list', 'feed'), dependencies())
    cache.store('/article', article, dependencies())
    await store('/list', await ownPage('list', 'feed'), dependencies())
    await compose('/list')
    layoutSource.headline = 'Summer'
    const { touched } = await cache.follow({ last: 1, changes: [change(1, 'frame')] })
    expect(touched).toEqual([{ number: 1, paths: ['/article'] }])
  })

  it('is new on a page that was not composed since, though a later change is of another part', async () => {
    const { cache, layoutSource, store, compose } = await newFollowingCache()
    await store('/list', await ownPage('list', 'banner'), dependencies())
    layoutSource.name = 'Spring'
    await cache.follow({ last: 1, changes: [change(1, 'frame')] })
    // The layout of the moment is known, though no page has it yet.
    await compose('/other')
    layoutSource.headline = 'Summer'
    await cache.follow({ last: 2, changes: [change(2, 'frame')] })
    expect(await compose('/list')).toBe('list[Spring]')
  })

  it('is new on every page after one change, and nothing is done for each page when it is followed', async () => {
    const folder = newFolder()
    const { cache, layoutSource, store, compose } = await newFollowingCache({ folder })
    const paths = Array.from({ length: 50 }, (_, number) => `/${number}`)
    layoutSource.name = 'Spring'
    for (const path of paths)
      await store(path, await ownPage(path, 'banner'), dependencies(path))
    expect(served(folder, '/7')).toBe('/7[Spring]')

    layoutSource.name = 'Summer'
    const { touched } = await cache.follow({ last: 1, changes: [change(1, 'frame')] })
    expect(touched).toEqual([{ number: 1, paths: ['/47', '/48', '/49'] }])
    expect(paths.filter(path => cache.get(path) ?? served(folder, path))).toEqual([])
    expect(cache.size.pages).toBe(50)
    expect(await Promise.all(paths.map(compose))).toEqual(paths.map(path => `${path}[Summer]`))
    expect(paths.map(path => served(folder, path))).toEqual(paths.map(path => `${path}[Summer]`))
  })

  it('is not served once it is outdated, whatever was composed when', async () => {
    const folder = newFolder()
    const { cache, layouts, layoutSource, store } = await newFollowingCache({ folder })
    layoutSource.name = 'Spring'
    await store('/a', await ownPage('a', 'banner'), dependencies())
    const spring = await layouts.get()
    layoutSource.name = 'Summer'
    const late = cache.compose('/a', spring)
    await cache.follow({ last: 1, changes: [change(1, 'frame')] })
    expect([await late, await cache.compose('/a', spring), served(folder, '/a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('stands in for a newer one that the CMS does not give, and not if something in it is gone', async () => {
    const folder = newFolder()
    const stage = await newFollowingCache({ folder })
    const { cache, layoutSource, store } = stage
    Object.assign(layoutSource, { name: 'Spring', replayed: 'Spring' })
    await store('/a', await ownPage('a', 'banner'), dependencies())
    layoutSource.isDown = true
    await cache.follow({ last: 1, changes: [change(1, 'frame')] })
    expect([await staleWords(stage, '/a'), served(folder, '/a', { isWebDown: true })]).toEqual([
      'a[Spring]',
      'a[Spring]',
    ])
    // The recorded responses, without what is gone.
    layoutSource.replayed = ''
    await cache.follow({ last: 2, changes: [gone(2, 'frame')] })
    expect([await staleWords(stage, '/a'), served(folder, '/a', { isWebDown: true })]).toEqual(['a', undefined])
  })

  it('counts as followed only once no page has the older one', async () => {
    const { cache, layoutSource, store } = await newFollowingCache()
    layoutSource.name = 'Spring'
    await store('/a', await ownPage('a', 'banner'), dependencies())
    layoutSource.name = 'Summer'
    const following = cache.follow({ last: 1, changes: [change(1, 'frame')] })
    expect([cache.applied, words(cache.get('/a')!)]).toEqual([0, 'a[Spring]'])
    await following
    expect([cache.applied, cache.get('/a')]).toEqual([1, undefined])
  })

  it('says with which change it was composed', async () => {
    const { cache, layoutSource, store, compose } = await newFollowingCache()
    await store('/a', await ownPage('a', 'feed'), dependencies())
    layoutSource.name = 'Summer'
    await cache.follow({ last: 9, changes: [change(9, 'frame')] })
    expect(await compose('/a')).toBe('a; feed=9')
  })
})

/** Looks for a page as nginx does whose web is down, for as long as a test goes on. */
const WATCH = `
  const { existsSync } = require('node:fs')
  const { parentPort, receiveMessageOnPort, workerData: { files, moves } } = require('node:worker_threads')
  let looks = 0
  let missing = 0
  parentPort.postMessage('begun')
  while (!receiveMessageOnPort(parentPort)) {
    looks++
    const move = Atomics.load(moves, 0)
    // Moved between two looks it is there by the third; moved twice, it may be missed by all of them.
    if (![...files, ...files].some(file => existsSync(file)) && Atomics.load(moves, 0) === move)
      missing++
  }
  parentPort.postMessage({ looks, missing })
`

describe('readers who request the same page at the same moment', () => {
  it('get one that is composed once', async () => {
    const { cache, compose } = await newFollowingCache()
    const put = vi.spyOn(PageFiles.prototype, 'put')
    cache.store('/a', await ownPage('a', 'banner'), dependencies())
    expect(await Promise.all(Array.from({ length: 50 }, () => compose('/a')))).toEqual(
      Array.from({ length: 50 }).fill('a'),
    )
    expect(put).toHaveBeenCalledTimes(1)
    put.mockRestore()
  })
})

describe('the files for nginx', () => {
  it('are there in the shape of the site, compressed', async () => {
    const folder = newFolder()
    const { cache, store } = await newFollowingCache({ folder })
    await store('/blog/x', await ownPage('an article'), dependencies('x'))
    await store('/blog', await ownPage('the journal'), dependencies('x'))
    await store('/', await ownPage('home'), dependencies('y'))
    expect(['/blog/x', '/blog', '/'].map(path => served(folder, path))).toEqual(['an article', 'the journal', 'home'])
    expect(readFileSync(join(folder, 'live/blog/x.html.gz'))).toEqual(cache.get('/blog/x')!.gzip)
    expect(existsSync(join(folder, 'live/.html.gz'))).toBe(true)
  })

  it('are gone when the change is followed, and stale copies until there is a newer page', async () => {
    const folder = newFolder()
    const stage = await newFollowingCache({ folder })
    await stage.store('/a', await ownPage('older'), dependencies('x'))
    await stage.cache.follow({ last: 1, changes: [change(1, 'x')] })
    expect([served(folder, '/a'), served(folder, '/a', { isWebDown: true }), await staleWords(stage, '/a')]).toEqual([
      undefined,
      'older',
      'older',
    ])
    await stage.store('/a', await ownPage('newer'), dependencies('x'))
    expect([served(folder, '/a'), served(folder, '/a', { isWebDown: true }), await staleWords(stage, '/a')]).toEqual([
      'newer',
      'newer',
      'newer',
    ])
  })

  it('are here or stale at every moment, for nginx whose site instance dies', async () => {
    const folder = newFolder()
    const { cache, layoutSource, store } = await newFollowingCache({ folder })
    await store('/a', await ownPage('first'), dependencies('x'))
    const moves = new Int32Array(new SharedArrayBuffer(4))
    const watch = new Worker(WATCH, {
      eval: true,
      workerData: { files: LEVELS.map(([level, ending]) => join(folder, level, `a${ending}`)), moves },
    })
    await once(watch, 'message')
    for (let edition = 1; edition <= 100; edition++) {
      layoutSource.name = `Frame ${edition}`
      Atomics.add(moves, 0, 1)
      await cache.follow({ last: edition, changes: [change(edition, edition % 3 ? 'x' : 'frame')] })
      Atomics.add(moves, 0, 1)
      expect(served(folder, '/a', { isWebDown: true })).toBeDefined()
      await store('/a', await ownPage(`edition ${edition}`), dependencies('x'))
    }
    watch.postMessage('stop')
    const [{ looks, missing }] = await once(watch, 'message') as [{ looks: number, missing: number }]
    expect(looks).toBeGreaterThan(1000)
    expect(missing).toBe(0)
  })

  it('are removed, stale copies in every generation too, when something that they depend on is gone', async () => {
    const folder = newFolder()
    const stage = await newFollowingCache({ folder })
    const { cache, layoutSource, store } = stage
    for (const path of ['/a', '/b'])
      await store(path, await ownPage(path), dependencies('x', path.slice(1)))
    layoutSource.name = 'Summer'
    await cache.follow({ last: 1, changes: [change(1, 'frame')] })
    await store('/b', await ownPage('/b'), dependencies('x', 'b'))
    expect(served(folder, '/a', { isWebDown: true })).toBe('/a')
    expect(await cache.follow({ last: 3, changes: [change(2, 'a'), gone(3, 'x')] })).toEqual({
      removed: new Set(['/a', '/b']),
      touched: [{ number: 2, paths: ['/a'] }, { number: 3, paths: ['/a', '/b'] }],
    })
    for (const path of ['/a', '/b']) {
      expect([cache.has(path), await staleWords(stage, path), served(folder, path, { isWebDown: true })]).toEqual([
        false,
        undefined,
        undefined,
      ])
    }
    expect(await staleWords(newCache({ folder }), '/a')).toBeUndefined()
  })

  it('are all replaced where one cannot be removed, as soon as the change is followed again', async () => {
    const folder = newFolder()
    const { cache, store } = await newFollowingCache({ folder })
    await store('/a', await ownPage('a'), dependencies('x'))
    vi.spyOn(PageFiles.prototype, 'remove').mockImplementationOnce(() => {
      throw new Error('EACCES')
    })
    const response = { last: 1, changes: [gone(1, 'x')] }
    await expect(cache.follow(response)).rejects.toThrow('EACCES')
    expect(served(folder, '/a')).toBe('a')
    await cache.follow(response)
    expect([served(folder, '/a'), served(folder, '/a', { isWebDown: true })]).toEqual([undefined, undefined])
  })

  it('are all replaced, and every page is rendered again, where the index takes no change', async () => {
    const folder = newFolder()
    const stage = await newFollowingCache({ folder })
    const { cache, store } = stage
    await store('/a', await ownPage('a'), dependencies('x'))
    await store('/b', await ownPage('b'), dependencies('y'))
    vi.spyOn(PageIndex.prototype, 'markStale').mockImplementationOnce(() => {
      throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' })
    })
    const response = { last: 1, changes: [change(1, 'x')] }
    await expect(cache.follow(response)).rejects.toThrow('database or disk is full')
    await cache.follow(response)
    for (const path of ['/a', '/b']) {
      expect([cache.has(path), await staleWords(stage, path), served(folder, path, { isWebDown: true })]).toEqual([
        false,
        undefined,
        undefined,
      ])
    }
    await store('/a', await ownPage('newer'), dependencies('x'))
    expect([served(folder, '/a'), cache.size.pages, newCache({ folder }).cache.size.pages]).toEqual(['newer', 1, 1])
  })

  it('are there before anybody gets the page: a site instance that dies leaves no older one to a reader who has seen it', async () => {
    const folder = newFolder()
    const { cache, store, compose } = await newFollowingCache({ folder })
    await store('/a', await ownPage('older'), dependencies('x'))
    await cache.follow({ last: 1, changes: [change(1, 'x')] })
    cache.store('/a', await ownPage('newer'), dependencies('x'))
    expect([cache.get('/a'), served(folder, '/a')]).toEqual([undefined, undefined])
    expect(await compose('/a')).toBe('newer')
    expect(served(folder, '/a')).toBe('newer')
  })

  it.each([
    ['changed', change(2, 'x'), 'older'],
    ['gone', gone(2, 'x'), undefined],
  ])('are not written for a page that is %s before it is composed', async (_, late, left) => {
    const folder = newFolder()
    const stage = await newFollowingCache({ folder })
    const { cache, store } = stage
    await store('/a', await ownPage('oldest'), dependencies('x'))
    await cache.follow({ last: 1, changes: [change(1, 'x')] })
    const stored = store('/a', await ownPage('older'), dependencies('x'))
    await cache.follow({ last: 2, changes: [late] })
    await stored
    expect([cache.get('/a'), served(folder, '/a'), await staleWords(stage, '/a')]).toEqual([undefined, undefined, left])
    await store('/a', await ownPage('newer'), dependencies('x'))
    expect([words(cache.get('/a')!), served(folder, '/a')]).toEqual(['newer', 'newer'])
  })

  it('never look alike to nginx: of two pages of one length each has a time of its own', async () => {
    const folder = newFolder()
    const { store } = await newFollowingCache({ folder })
    const times: number[] = []
    for (const text of ['older', 'newer']) {
      await store('/a', await ownPage(text), dependencies('x'))
      times.push(Math.floor(statSync(join(folder, 'live/a.html.gz')).mtimeMs / 1000))
    }
    expect(times[0]).not.toBe(times[1])
  })

  it('take no more room than the generations that nginx can reach', async () => {
    const folder = newFolder()
    const { cache, layoutSource, store, compose } = await newFollowingCache({ folder })
    await store('/a', await ownPage('a'), dependencies())
    for (let number = 1; number <= 10; number++) {
      layoutSource.name = `Frame ${number}`
      await cache.follow({ last: number, changes: [change(number, 'frame')] })
      await compose('/a')
    }
    expect(readdirSync(join(folder, 'generations'))).toHaveLength(4)
    cache.endPreviousGenerations()
    expect(readdirSync(join(folder, 'generations'))).toHaveLength(1)
    await expect.poll(() => readdirSync(join(folder, 'removed'))).toEqual([])
    expect(served(folder, '/a')).toBe('a')
  })

  it('cost no reader their page where the disk takes none', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue()
    const folder = newFolder()
    for (const name of ['generations', 'own-pages', 'writing'])
      writeFileSync(join(folder, name), 'in the way')
    const stage = await newFollowingCache({ folder })
    await stage.store('/a', await ownPage('a'), dependencies('x'))
    expect(report).toHaveBeenCalled()
    expect(words(stage.cache.get('/a')!)).toBe('a')
    await stage.cache.follow({ last: 1, changes: [change(1, 'x')] })
    expect([stage.cache.get('/a'), await staleWords(stage, '/a')]).toEqual([undefined, 'a'])
    report.mockRestore()
  })
})

describe('a change of a document that many pages show', () => {
  it('makes all of them stale, and lets readers have their turn meanwhile', async () => {
    const folder = newFolder()
    const { cache, compose, store } = await newFollowingCache({ folder })
    const paths = Array.from({ length: 600 }, (_, number) => `/${number}`)
    for (const path of paths)
      cache.store(path, await ownPage(path), dependencies('card'))
    await store('/other', await ownPage('other', 'feed'), dependencies())
    await compose('/7')
    const following = cache.follow({ last: 1, changes: [change(1, 'card')] })
    cache.store('/7', await ownPage('newer'), dependencies('card'))
    const late = compose('/7')
    await following
    expect([await late, served(folder, '/7'), served(folder, '/8'), cache.get('/8')]).toEqual([
      'newer',
      'newer',
      undefined,
      undefined,
    ])
    expect(cache.size).toMatchObject({ pages: 2, stale: 599 })
    // Its file is in the new generation as it was.
    expect([await compose('/other'), served(folder, '/other')]).toEqual(['other; feed=0', 'other; feed=0'])
  })
})

describe('a document that many pages show and that is gone', () => {
  it('takes all of them along, but none that was stored since', async () => {
    const folder = newFolder()
    const { cache, compose, store } = await newFollowingCache({ folder })
    for (let number = 0; number < 600; number++)
      cache.store(`/${number}`, await ownPage('older'), dependencies('card'))
    await compose('/7')
    await cache.follow({ last: 1, changes: [gone(1, 'card')] })
    expect([cache.size, served(folder, '/7'), await compose('/8')]).toEqual([
      { pages: 0, stale: 0, bytes: 0 },
      undefined,
      undefined,
    ])
    await store('/599', await ownPage('newer'), dependencies('card'))
    const files = () => readdirSync(join(folder, 'own-pages'))
    await expect.poll(files).toEqual(['599.page'])
    expect([cache.size.pages, await newCache({ folder }).compose('/599')]).toEqual([1, 'newer'])
  })
})

describe('a site instance that starts again', () => {
  it('has its pages, from where it had followed the feed', async () => {
    const folder = newFolder()
    const before = newCache({ folder })
    await before.cache.follow({ last: 4, entry: 'd', changes: [] })
    await before.store('/blog/x', await ownPage('an article'), dependencies('x'))
    await before.store('/blog/y', await ownPage('another'), dependencies('y'))

    const after = newCache({ folder })
    expect(after.cache.history.position).toEqual({ number: 4, entry: 'd' })
    expect(after.cache.lastContactAt).toBeGreaterThan(Date.now() - 10_000)
    expect([served(folder, '/blog/x'), served(folder, '/blog/x', { isWebDown: true })]).toEqual([
      undefined,
      'an article',
    ])
    expect(await after.compose('/blog/x')).toBe('an article')
    expect(served(folder, '/blog/x')).toBe('an article')
    await after.cache.follow({ last: 5, changes: [change(5, 'x')] })
    expect([after.cache.has('/blog/x'), served(folder, '/blog/x'), after.cache.has('/blog/y')]).toEqual([
      false,
      undefined,
      true,
    ])
  })

  it('has a page whose name is almost as long as names of files may be', async () => {
    const folder = newFolder()
    const path = `/blog/${'x'.repeat(240)}`
    const { cache, store } = await newFollowingCache({ folder })
    await store(path, await ownPage('an article'), dependencies('x'))
    expect([cache.size.pages, await newCache({ folder }).compose(path)]).toEqual([1, 'an article'])
  })

  it('has pages of another build as stale copies only, then and later', async () => {
    const folder = newFolder()
    const before = newCache({ folder })
    await before.cache.follow(NOTHING)
    await before.store('/blog/x', await ownPage('an article'), dependencies('x'))
    for (let run = 1; run <= 2; run++) {
      const after = newCache({ folder, build: 'another build' })
      after.layoutSource.replayed = ''
      expect(after.cache.has('/blog/x')).toBe(false)
      expect(await staleWords(after, '/blog/x')).toBe('an article')
      await after.cache.follow(NOTHING)
    }
  })

  it('shows nothing by nginx that is gone, though nobody knows which files another run left', async () => {
    const folder = newFolder()
    const before = await newFollowingCache({ folder })
    await before.store('/a', await ownPage('a'), dependencies('x'))
    // The power went before the index was on the disk.
    writeFileSync(join(folder, 'live/lost.html.gz'), readFileSync(join(folder, 'live/a.html.gz')))
    const after = newCache({ folder })
    expect(served(folder, '/lost')).toBeUndefined()
    await after.cache.follow({ last: 1, changes: [gone(1, 'z')] })
    expect(served(folder, '/lost', { isWebDown: true })).toBeUndefined()
    expect(await after.compose('/a')).toBe('a')
  })

  it('leaves nginx the pages of the run before, however often it is killed while it starts', async () => {
    const folder = newFolder()
    const before = await newFollowingCache({ folder })
    await before.store('/a', await ownPage('a'), dependencies('x'))
    for (let run = 1; run <= 10; run++)
      newCache({ folder })
    expect(served(folder, '/a', { isWebDown: true })).toBe('a')
  })

  it('has no page whose file is torn, or another one than the index says', async () => {
    const folder = newFolder()
    const { cache, store } = await newFollowingCache({ folder })
    for (const path of ['/a', '/b', '/c', '/d'])
      await store(path, await ownPage(path), dependencies())
    const file = (name: string) => join(folder, 'own-pages', `${name}.page`)
    truncateSync(file('a'), 30)
    rmSync(file('b'))
    copyFileSync(file('d'), file('c'))
    expect(cache.size.pages).toBe(4)
    const after = newCache({ folder })
    expect(await Promise.all(['/a', '/b', '/c', '/d'].map(after.compose))).toEqual([
      undefined,
      undefined,
      undefined,
      '/d',
    ])
    expect(after.cache.size.pages).toBe(1)
  })

  it.each(['older', 'newer'])('has only what is right where its index is %s than its files', async (age) => {
    const folder = newFolder()
    const copy = newFolder()
    const { cache, store } = await newFollowingCache({ folder })
    const keepCopy = () =>
      readdirSync(folder).filter(name => (age === 'older') === name.startsWith('pages.db')).forEach(name =>
        cpSync(join(folder, name), join(copy, name), { recursive: true }),
      )
    await store('/same', await ownPage('same'), dependencies('z'))
    await store('/a', await ownPage('before'), dependencies('x'))
    keepCopy()
    await cache.follow({ last: 1, changes: [change(1, 'x')] })
    await store('/a', await ownPage('after'), dependencies('x'))
    readdirSync(folder).filter(name => (age === 'older') !== name.startsWith('pages.db')).forEach(name =>
      cpSync(join(folder, name), join(copy, name), { recursive: true }),
    )
    const after = newCache({ folder: copy })
    const missed = age === 'older' ? [change(1, 'x')] : []
    await after.cache.follow({ last: 1, changes: missed })
    expect([await after.compose('/a'), await after.compose('/same')]).toEqual([undefined, 'same'])
  })

  it('knows which fields its pages depend on', async () => {
    const folder = newFolder()
    const { cache, store } = await newFollowingCache({ folder })
    const id = '0123456789abcdef01234567'
    const linked = new Dependencies()
    linked.record({ path: 'posts', query: { select: { title: true } } }, { docs: [{ id }] })
    await store('/a', await ownPage('a'), linked)
    expect(cache.has('/a')).toBe(true)
    const after = newCache({ folder })
    await after.cache.follow({ last: 1, changes: [{ ...change(1, `posts:${id}`), fields: ['tags'] }] })
    expect(after.cache.has('/a')).toBe(true)
    await after.cache.follow({ last: 2, changes: [{ ...change(2, `posts:${id}`), fields: ['title'] }] })
    expect(after.cache.has('/a')).toBe(false)
  })

  it('makes an index again that cannot be read', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue()
    const folder = newFolder()
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'pages.db'), 'no database at all, '.repeat(100))
    const { store, compose } = await newFollowingCache({ folder })
    await store('/a', await ownPage('a'), dependencies())
    expect(await compose('/a')).toBe('a')
    report.mockRestore()
  })
})
