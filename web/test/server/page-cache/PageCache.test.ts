import type { Change } from '@masthead/shared/changes'
import type { PageCache } from '../../../server/page-cache/PageCache'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { Uses } from '../../../server/page-cache/Uses'
import { newCache, newFolder, page, words } from './page'

const change = (number: number, ...tags: string[]): Change => ({ number, kind: 'changed', tags })
const gone = (number: number, ...tags: string[]): Change => ({ number, kind: 'gone', tags })

function following(limit = 1_000_000): PageCache {
  const cache = newCache({ limit })
  cache.follow({ last: 0, changes: [] })
  return cache
}

function uses(...names: string[]): Uses {
  const uses = new Uses()
  for (const name of names)
    uses.note({ path: `globals/${name}`, query: {} }, {})
  return uses
}

describe('a kept page', () => {
  it('is kept only once the feed is followed', async () => {
    const cache = newCache()
    await cache.keep('/', await page('home'), uses('site'))
    expect(cache.get('/')).toBeUndefined()
    cache.follow({ last: 7, changes: [] })
    await cache.keep('/', await page('home'), uses('site'))
    expect(cache.get('/')).toBeDefined()
    expect(cache.followed).toBe(7)
  })

  it('goes when what it used changes, and no other does', async () => {
    const cache = following()
    await cache.keep('/a', await page('a'), uses('site', 'x'))
    await cache.keep('/b', await page('b'), uses('site', 'y'))
    cache.follow({ last: 1, changes: [change(1, 'x')] })
    expect(cache.get('/a')).toBeUndefined()
    expect(cache.get('/b')).toBeDefined()
  })

  it('goes with all others when the feed cannot be caught up with', async () => {
    const cache = following()
    await cache.keep('/a', await page('a'), uses())
    cache.follow({ last: 3, changes: [], reset: true })
    expect(cache.get('/a')).toBeUndefined()
    expect(cache.followed).toBe(3)
    expect(cache.size).toEqual({ pages: 0, aside: 0, bytes: 0 })
  })

  it('makes room for others when it is the least lately read', async () => {
    const [a, b, c] = await Promise.all([page('a'), page('b'), page('c')])
    const cache = following(a.bytes + b.bytes)
    await cache.keep('/a', a, uses())
    await cache.keep('/b', b, uses())
    cache.get('/a')
    await cache.keep('/c', c, uses())
    expect([cache.get('/a'), cache.get('/b'), cache.get('/c')]).toEqual([a, undefined, c])
    expect(cache.size.bytes).toBe(a.bytes + c.bytes)
  })

  it('counts its bytes once, however often it is kept', async () => {
    const cache = following()
    const kept = await page('a')
    for (let time = 0; time < 3; time++)
      await cache.keep('/a', kept, uses())
    expect(cache.size).toEqual({ pages: 1, aside: 0, bytes: kept.bytes })
  })
})

describe('an address without a page', () => {
  it('is remembered until a page may be there, and takes no memory from pages', async () => {
    const cache = following(1)
    const nothing = new Uses()
    nothing.notePath('/x')
    await cache.keep('/x', await page('nothing here', 404), nothing)
    await cache.keep('/y', await page('nothing here', 404), uses())
    expect(cache.get('/x')).toBe(cache.get('/y'))
    expect(cache.size).toEqual({ pages: 0, aside: 0, bytes: 0 })
    cache.follow({ last: 1, changes: [change(1, 'path:/x')] })
    expect(cache.get('/x')).toBeUndefined()
    expect(cache.get('/y')).toBeDefined()
  })

  it('is one of a thousand at most', async () => {
    const cache = following()
    const nothing = await page('nothing here', 404)
    for (let number = 0; number < 1500; number++)
      await cache.keep(`/${number}`, nothing, uses())
    expect(cache.get('/0')).toBeUndefined()
    expect(cache.get('/1499')).toBeDefined()
  })
})

const html = (folder: string, tree: string, path: string) => join(folder, tree, path, 'index.html')

const ARTICLE = Array.from({ length: 2000 }, (_, word) => `word ${word * 7919 % 1009}`).join(', ')

/** Looks for a file here, then there, as nginx does, for as long as a test goes on. */
const WATCH = `
  const { existsSync } = require('node:fs')
  const { parentPort, receiveMessageOnPort, workerData: { live, aside, moves } } = require('node:worker_threads')
  let looks = 0
  let missing = 0
  parentPort.postMessage('begun')
  while (!receiveMessageOnPort(parentPort)) {
    looks++
    const move = Atomics.load(moves, 0)
    // Moved between two looks it is there by the third; moved twice, it may be missed by all of them.
    if (!existsSync(live) && !existsSync(aside) && !existsSync(live) && Atomics.load(moves, 0) === move)
      missing++
  }
  parentPort.postMessage({ looks, missing })
`

describe('the files of kept pages', () => {
  it('are there in the shape of the site, compressed, too', async () => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/blog/x', await page('an article'), uses('x'))
    await cache.keep('/', await page('home'), uses('y'))
    const kept = cache.get('/blog/x')!
    expect(readFileSync(html(folder, 'live', '/blog/x'), 'utf8')).toBe('an article')
    expect(readFileSync(`${html(folder, 'live', '/blog/x')}.gz`)).toEqual(kept.forms.gzip.body)
    expect(readFileSync(`${html(folder, 'live', '/blog/x')}.br`)).toEqual(kept.forms.br.body)
  })

  it('take fewer bytes than what the first reader got', async () => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    const quick = await page(ARTICLE)
    await cache.keep('/', quick, uses('x'))
    expect(cache.get('/')).toBe(quick)
    await expect.poll(() => cache.get('/')).not.toBe(quick)
    const kept = cache.get('/')!
    expect(kept.forms.br.body.length).toBeLessThan(quick.forms.br.body.length)
    await expect.poll(() => readFileSync(`${html(folder, 'live', '/')}.br`)).toEqual(kept.forms.br.body)
    expect(brotliDecompressSync(kept.forms.br.body).toString()).toBe(ARTICLE)
    expect(gunzipSync(kept.forms.gzip.body).toString()).toBe(ARTICLE)
    expect(kept.forms.br.etag).toBe(quick.forms.br.etag)
  })

  it('are compressed well only once they have been left alone for a while', async () => {
    const folder = newFolder()
    const cache = newCache({ folder, calm: 10_000 })
    cache.follow({ last: 0, changes: [] })
    for (let number = 1; number <= 5; number++) {
      const quick = await page(`${number} ${ARTICLE}`)
      await cache.keep('/', quick, uses('x'))
      expect([readFileSync(`${html(folder, 'live', '/')}.br`), cache.get('/')]).toEqual([quick.forms.br.body, quick])
      cache.follow({ last: number, changes: [change(number, 'x')] })
    }
  })

  it('are compressed well, too, when they are not in memory any more', async () => {
    const folder = newFolder()
    const quick = await page(ARTICLE)
    const cache = newCache({ folder, limit: quick.bytes, calm: 200 })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/a', quick, uses('x'))
    await cache.keep('/b', quick, uses('x'))
    expect(cache.get('/a')).toBeUndefined()
    await expect.poll(() => readFileSync(`${html(folder, 'live', '/a')}.br`).length).toBeLessThan(quick.forms.br.body.length)
  })

  it('that the disk does not give are no pages, for now, and keep no other from being compressed well', async () => {
    const complain = vi.spyOn(console, 'error').mockReturnValue()
    const folder = newFolder()
    const quick = await page(ARTICLE)
    const cache = newCache({ folder, limit: quick.bytes, calm: 200 })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/a', quick, uses('x'))
    const form = `${html(folder, 'live', '/a')}.br`
    renameSync(form, `${form}.away`)
    mkdirSync(form)
    await cache.keep('/b', quick, uses('x'))
    await expect.poll(() => readFileSync(`${html(folder, 'live', '/b')}.br`).length).toBeLessThan(quick.forms.br.body.length)
    expect(await cache.read('/a')).toBeUndefined()
    rmdirSync(form)
    renameSync(`${form}.away`, form)
    expect(words((await cache.read('/a'))!)).toBe(ARTICLE)
    expect(complain).toHaveBeenCalledWith(expect.stringContaining('EISDIR'))
    complain.mockRestore()
  })

  it('serve a web that begins again, from where it had followed the feed', async () => {
    const folder = newFolder()
    const before = newCache({ folder })
    before.follow({ last: 4, entry: 'd', changes: [] })
    await before.keep('/blog/x', await page('an article'), uses('x'))
    const kept = before.get('/blog/x')

    const after = newCache({ folder })
    expect(after.history.position).toEqual({ number: 4, entry: 'd' })
    expect(after.heard).toBeGreaterThan(Date.now() - 10_000)
    expect(await after.read('/blog/x')).toEqual(kept)
    expect(words(after.get('/blog/x')!)).toBe('an article')
    after.follow({ last: 5, changes: [change(5, 'x')] })
    expect(await after.read('/blog/x')).toBeUndefined()
    expect(existsSync(html(folder, 'live', '/blog/x'))).toBe(false)
  })

  it('are only stand-ins for pages of another build', async () => {
    const folder = newFolder()
    const before = newCache({ folder })
    before.follow({ last: 4, changes: [] })
    await before.keep('/blog/x', await page('an article'), uses('x'))
    const after = newCache({ folder, build: 'another build' })
    expect(await after.read('/blog/x')).toBeUndefined()
    expect(words((await after.readAside('/blog/x'))!.page)).toBe('an article')
  })

  it('hold what memory has no room for', async () => {
    const folder = newFolder()
    const cache = newCache({ folder, limit: 1 })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/a', await page('a'), uses('x'))
    expect(cache.get('/a')).toBeUndefined()
  })

  it('are gone when the change is known, and set aside until the CMS has said what is there', async () => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/a', await page('older'), uses('x'))
    cache.follow({ last: 1, changes: [change(1, 'x')] })
    expect(existsSync(html(folder, 'live', '/a'))).toBe(false)
    expect(readFileSync(html(folder, 'aside', '/a'), 'utf8')).toBe('older')
    expect(words((await cache.readAside('/a'))!.page)).toBe('older')

    await cache.keep('/a', await page('newer'), uses('x'))
    expect(await cache.readAside('/a')).toBeUndefined()
    expect(existsSync(html(folder, 'aside', '/a'))).toBe(false)
  })

  it('are here or aside at every moment, for nginx whose web dies', async () => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/a', await page('first'), uses('x'))
    const moves = new Int32Array(new SharedArrayBuffer(4))
    const watch = new Worker(WATCH, { eval: true, workerData: { live: html(folder, 'live', '/a'), aside: html(folder, 'aside', '/a'), moves } })
    await once(watch, 'message')
    for (let edition = 1; edition <= 100; edition++) {
      Atomics.add(moves, 0, 1)
      cache.follow({ last: edition, changes: [change(edition, 'x')] })
      Atomics.add(moves, 0, 1)
      const kept = cache.keep('/a', await page(`edition ${edition}`), uses('x'))
      expect(existsSync(html(folder, 'aside', '/a'))).toBe(true)
      await kept
    }
    watch.postMessage('stop')
    const [{ looks, missing }] = await once(watch, 'message') as [{ looks: number, missing: number }]
    expect(looks).toBeGreaterThan(1000)
    expect(missing).toBe(0)
  })

  it('are dropped for good, those set aside too, when something that they used is gone', async () => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    for (const path of ['/a', '/b'])
      await cache.keep(path, await page(path), uses('x', path.slice(1)))
    expect(cache.follow({ last: 2, changes: [change(1, 'a'), gone(2, 'x')] })).toEqual(new Set(['/b', '/a']))
    for (const path of ['/a', '/b']) {
      expect([await cache.read(path), await cache.readAside(path)]).toEqual([undefined, undefined])
      expect([existsSync(html(folder, 'live', path)), existsSync(html(folder, 'aside', path))]).toEqual([false, false])
    }
    const again = newCache({ folder })
    expect(await again.readAside('/a')).toBeUndefined()
  })

  it('are there before anybody gets the page: a web that dies leaves no older one to who has seen it', async () => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/a', await page('older'), uses('x'))
    cache.follow({ last: 1, changes: [change(1, 'x')] })
    const kept = cache.keep('/a', await page('newer'), uses('x'))
    expect([cache.get('/a'), await cache.read('/a')]).toEqual([undefined, undefined])
    await kept
    expect([words(cache.get('/a')!), readFileSync(html(folder, 'live', '/a'), 'utf8')]).toEqual(['newer', 'newer'])
  })

  it.each([
    ['changed', change(2, 'x'), 'oldest'],
    ['gone', gone(2, 'x'), undefined],
  ])('are not written for a page that is %s while they were', async (_, late, left) => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/a', await page('oldest'), uses('x'))
    cache.follow({ last: 1, changes: [change(1, 'x')] })
    const kept = cache.keep('/a', await page('older'), uses('x'))
    cache.follow({ last: 2, changes: [late] })
    await kept
    expect([cache.get('/a'), existsSync(html(folder, 'live', '/a'))]).toEqual([undefined, false])
    expect((await cache.readAside('/a'))?.page.forms.identity.body.toString()).toBe(left)
    await cache.keep('/a', await page('newer'), uses('x'))
    expect([words(cache.get('/a')!), readFileSync(html(folder, 'live', '/a'), 'utf8')]).toEqual(['newer', 'newer'])
  })

  it('that were torn when the power went are no pages', async () => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    for (const path of ['/a', '/b', '/c'])
      await cache.keep(path, await page(path), uses())
    truncateSync(`${html(folder, 'live', '/a')}.gz`, 1)
    rmSync(join(folder, 'live/b/index.json'))
    const again = newCache({ folder })
    expect([await again.read('/a'), await again.read('/b')]).toEqual([undefined, undefined])
    expect(words((await again.read('/c'))!)).toBe('/c')
    expect(existsSync(html(folder, 'live', '/a'))).toBe(false)
  })

  it('never look alike to nginx: of two pages of one length each has a time of its own', async () => {
    const folder = newFolder()
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    const times: number[] = []
    for (const text of ['older', 'newer']) {
      await cache.keep('/a', await page(text), uses('x'))
      times.push(Math.floor(statSync(html(folder, 'live', '/a')).mtimeMs / 1000))
    }
    expect(times[0]).not.toBe(times[1])
  })

  it('cost no reader their page where the disk takes none', async () => {
    const complain = vi.spyOn(console, 'error').mockReturnValue()
    const folder = newFolder()
    writeFileSync(join(folder, 'live'), 'in the way')
    const cache = newCache({ folder })
    cache.follow({ last: 0, changes: [] })
    await cache.keep('/a', await page('a'), uses('x'))
    expect(complain).toHaveBeenCalled()
    expect(words(cache.get('/a')!)).toBe('a')
    cache.follow({ last: 1, changes: [change(1, 'x')] })
    expect(cache.get('/a')).toBeUndefined()
    expect(words((await cache.readAside('/a'))!.page)).toBe('a')
    complain.mockRestore()
  })
})
