import type { Change } from '@masthead/shared/changes'
import { describe, expect, it } from 'vitest'
import { PageCache } from '../../../server/page-cache/PageCache'
import { Uses } from '../../../server/page-cache/Uses'
import { page } from './page'

const change = (number: number, ...tags: string[]): Change => ({ number, kind: 'changed', tags })

function following(limit = 1_000_000): PageCache {
  const cache = new PageCache({ limit })
  cache.follow({ last: 0, changes: [] })
  return cache
}

function uses(...names: string[]): Uses {
  const uses = new Uses()
  for (const name of names)
    uses.note(`globals/${name}`, {}, {})
  return uses
}

describe('a kept page', () => {
  it('is kept only once the feed is followed', async () => {
    const cache = new PageCache({ limit: 1_000_000 })
    cache.keep('/', await page('home'), uses('site'))
    expect(cache.get('/')).toBeUndefined()
    cache.follow({ last: 7, changes: [] })
    cache.keep('/', await page('home'), uses('site'))
    expect(cache.get('/')).toBeDefined()
    expect(cache.followed).toBe(7)
  })

  it('goes when what it used changes, and no other does', async () => {
    const cache = following()
    cache.keep('/a', await page('a'), uses('site', 'x'))
    cache.keep('/b', await page('b'), uses('site', 'y'))
    cache.follow({ last: 1, changes: [change(1, 'x')] })
    expect(cache.get('/a')).toBeUndefined()
    expect(cache.get('/b')).toBeDefined()
  })

  it('goes with all others when the feed cannot be caught up with', async () => {
    const cache = following()
    cache.keep('/a', await page('a'), uses())
    cache.follow({ last: 3, changes: [], reset: true })
    expect(cache.get('/a')).toBeUndefined()
    expect(cache.followed).toBe(3)
    expect(cache.size).toEqual({ pages: 0, bytes: 0 })
  })

  it('makes room for others when it is the least lately read', async () => {
    const [a, b, c] = await Promise.all([page('a'), page('b'), page('c')])
    const cache = following(a.bytes + b.bytes)
    cache.keep('/a', a, uses())
    cache.keep('/b', b, uses())
    cache.get('/a')
    cache.keep('/c', c, uses())
    expect([cache.get('/a'), cache.get('/b'), cache.get('/c')]).toEqual([a, undefined, c])
    expect(cache.size).toEqual({ pages: 2, bytes: a.bytes + c.bytes })
  })

  it('counts its bytes once, however often it is kept', async () => {
    const cache = following()
    const kept = await page('a')
    for (let time = 0; time < 3; time++)
      cache.keep('/a', kept, uses())
    expect(cache.size).toEqual({ pages: 1, bytes: kept.bytes })
  })
})

describe('an address without a page', () => {
  it('is remembered until a page may be there, and takes no memory from pages', async () => {
    const cache = following(1)
    const nothing = new Uses()
    nothing.notePath('/x')
    cache.keep('/x', await page('nothing here', 404), nothing)
    cache.keep('/y', await page('nothing here', 404), uses())
    expect(cache.get('/x')).toBe(cache.get('/y'))
    expect(cache.size).toEqual({ pages: 0, bytes: 0 })
    cache.follow({ last: 1, changes: [change(1, 'path:/x')] })
    expect(cache.get('/x')).toBeUndefined()
    expect(cache.get('/y')).toBeDefined()
  })

  it('is one of a thousand at most', async () => {
    const cache = following()
    const nothing = await page('nothing here', 404)
    for (let number = 0; number < 1500; number++)
      cache.keep(`/${number}`, nothing, uses())
    expect(cache.get('/0')).toBeUndefined()
    expect(cache.get('/1499')).toBeDefined()
  })
})

describe('a render', () => {
  it('is out of date when what it used has changed since it began', () => {
    const cache = following()
    const before = cache.begin()
    cache.follow({ last: 1, changes: [change(1, 'x')] })
    expect(cache.isOutdated(uses('x'), before)).toBe(true)
    expect(cache.isOutdated(uses('y'), before)).toBe(false)
    expect(cache.isOutdated(uses('x'), cache.begin())).toBe(false)
  })

  it('is out of date when more has changed than is remembered, or all may have', () => {
    const cache = following()
    const before = cache.begin()
    cache.follow({ last: 2000, changes: Array.from({ length: 2000 }, (_, index) => change(index + 1, 'z')) })
    expect(cache.isOutdated(uses('y'), before)).toBe(true)
    const later = cache.begin()
    cache.follow({ last: 2000, changes: [], reset: true })
    expect(cache.isOutdated(uses('y'), later)).toBe(true)
  })

  it('that began before the feed was followed is not kept by what follows', () => {
    const cache = new PageCache({ limit: 1 })
    const before = cache.begin()
    cache.follow({ last: 5, changes: [] })
    expect(cache.isOutdated(uses(), before)).toBe(true)
  })
})
