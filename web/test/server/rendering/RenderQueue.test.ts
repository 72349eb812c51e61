import type { Changes } from '@masthead/shared/changes'
import type { RenderedPage } from '../../../server/rendering/renderPage'
import type { Render } from '../../../server/rendering/RenderQueue'
import { expect, it, vi } from 'vitest'
import { CircuitBreaker } from '../../../server/rendering/CircuitBreaker'
import { RenderQueue } from '../../../server/rendering/RenderQueue'
import { newCache, newFollowingCache, newResponses, NOTHING, rendered, words } from '../page-cache/page'

interface Begun {
  path: string
  end: (words: string, status?: number) => Promise<void>
  fail: (error: Error) => void
}

async function stage() {
  const { cache, layouts, layoutSource, compose } = await newFollowingCache()
  const breaker = new CircuitBreaker()
  const begun: Begun[] = []
  const render: Render = (path, { interceptor }) => {
    void interceptor({ path: 'globals/site', query: {} }, async () => ({}))
    const { promise, resolve, reject } = Promise.withResolvers<RenderedPage>()
    begun.push({ path, end: async (words, status) => resolve(await rendered(words, status)), fail: reject })
    return promise
  }
  let last = 0
  const edit = (...tags: string[]) => cache.follow({ last: ++last, changes: [{ number: last, kind: 'changed', tags }] })
  const queueWith = (render: Render) =>
    new RenderQueue({
      cache,
      layouts,
      respond: (_, send) => noted(breaker, send()),
      responses: newResponses(),
      render,
      breaker,
      maxConcurrent: 2,
    })
  return { cache, layoutSource, compose, begun, edit, breaker, queueWith, renderQueue: queueWith(render) }
}

async function noted<T>(breaker: CircuitBreaker, response: Promise<T>): Promise<T> {
  await response.then(() => breaker.recordSuccess(), () => breaker.recordFailure())
  return response
}

it('renders a page once for all who ask at the same time, and keeps it', async () => {
  const { renderQueue, begun, cache } = await stage()
  const asked = [renderQueue.page('/a'), renderQueue.page('/a'), renderQueue.page('/a')]
  expect(begun).toHaveLength(1)
  await begun[0]!.end('one')
  expect((await Promise.all(asked)).map(page => words(page!))).toEqual(['one', 'one', 'one'])
  expect(words(cache.get('/a')!)).toBe('one')
})

it('renders again what changed meanwhile, so that nobody gets or keeps the older page', async () => {
  const { renderQueue, begun, cache, edit } = await stage()
  const asked = renderQueue.page('/a')
  await edit('site')
  await begun[0]!.end('older')
  await vi.waitUntil(() => begun.length === 2)
  const late = renderQueue.page('/a')
  await begun[1]!.end('newer')
  expect(words((await asked)!)).toBe('newer')
  expect(words((await late)!)).toBe('newer')
  expect(words(cache.get('/a')!)).toBe('newer')
  expect(begun).toHaveLength(2)
})

it('renders again what changed while it was written, so that nobody gets what may be gone', async () => {
  const { renderQueue, begun, cache, edit } = await stage()
  vi.spyOn(cache, 'store').mockImplementationOnce((...page) => {
    const kept = cache.store(...page)
    void edit('site')
    return kept
  })
  const asked = renderQueue.page('/a')
  await begun[0]!.end('older')
  await vi.waitUntil(() => begun.length === 2)
  await begun[1]!.end('newer')
  expect([words((await asked)!), words(cache.get('/a')!)]).toEqual(['newer', 'newer'])
})

it('serves what changes faster than it renders, and stores it as a stale copy only', async () => {
  const { renderQueue, begun, cache, edit } = await stage()
  const asked = renderQueue.page('/a')
  for (let attempt = 0; attempt < 5; attempt++) {
    await vi.waitUntil(() => begun.length > attempt)
    await edit('site')
    await begun[attempt]!.end(`attempt ${attempt}`)
  }
  expect(words((await asked)!)).toBe('attempt 4')
  expect(cache.get('/a')).toBeUndefined()
  expect(words((await cache.composeStale('/a'))!.page)).toBe('attempt 4')
})

it('renders no more at once than it may; the others wait for their turn', async () => {
  const { renderQueue, begun } = await stage()
  const asked = ['/a', '/b', '/c'].map(path => renderQueue.page(path))
  expect(begun.map(({ path }) => path)).toEqual(['/a', '/b'])
  await begun[1]!.end('b')
  await asked[1]
  await vi.waitUntil(() => begun.length === 3)
  expect(begun.map(({ path }) => path)).toEqual(['/a', '/b', '/c'])
})

it('keeps no error, and gives the turn on when a render fails', async () => {
  const { renderQueue, begun, cache } = await stage()
  const asked = [renderQueue.page('/a'), renderQueue.page('/b'), renderQueue.page('/c')]
  begun[0]!.fail(new Error('broken'))
  await expect(asked[0]).rejects.toThrow('broken')
  await begun[1]!.end('try later', 503)
  expect((await asked[1]!)!.status).toBe(503)
  await vi.waitUntil(() => begun.length === 3)
  await begun[2]!.end('c')
  await asked[2]
  expect([cache.get('/a'), cache.get('/b')]).toEqual([undefined, undefined])
  expect(cache.get('/c')).toBeDefined()
})

it('holds against the CMS what it does not answer, and no render that fails by itself', async () => {
  const { breaker, queueWith } = await stage()
  const failing = async (render: Render) => {
    await queueWith(render).page('/a').catch(() => {})
    return breaker.isOpen
  }
  expect(await failing(() => Promise.reject(new Error('It loops.')))).toBe(false)
  expect(
    await failing((_, { interceptor }) =>
      interceptor({ path: 'globals/site', query: {} }, () => Promise.reject(new Error('No answer.'))),
    ),
  ).toBe(true)
})

it('composes a page that is cached for a new layout without rendering it', async () => {
  const { renderQueue, begun, edit, cache, layoutSource } = await stage()
  const first = renderQueue.page('/a')
  await begun[0]!.end('one')
  await first
  layoutSource.name = 'Summer'
  await edit('frame')
  expect(cache.get('/a')).toBeUndefined()
  expect(words((await renderQueue.page('/a'))!)).toBe('one')
  expect(begun).toHaveLength(1)
})

it('composes again what got another layout meanwhile', async () => {
  const { renderQueue, begun, edit, layoutSource, cache } = await stage()
  vi.spyOn(cache, 'compose').mockImplementationOnce(async (...args) => {
    await edit('frame')
    return cache.compose(...args)
  })
  const asked = renderQueue.page('/a')
  await begun[0]!.end('one')
  expect(words((await asked)!)).toBe('one')
  expect(layoutSource.requests).toBe(2)
})

it('serves pages before the feed is followed, and stores none', async () => {
  const { cache, layouts } = newCache()
  const renderQueue = new RenderQueue({
    cache,
    layouts,
    respond: (_, send) => send(),
    responses: newResponses(),
    render: () => rendered('a'),
    breaker: new CircuitBreaker(),
    maxConcurrent: 1,
  })
  expect(words((await renderQueue.page('/a'))!)).toBe('a')
  expect([cache.get('/a'), cache.has('/a')]).toEqual([undefined, false])
})

it('renders a page from its recorded responses, without what was removed, and asks nothing', async () => {
  const { cache, layouts } = newCache()
  const responses = newResponses()
  const follow = async (changes: Changes) => {
    responses.follow(changes)
    await cache.follow(changes)
  }
  await follow(NOTHING)
  let asked = 0
  const render: Render = async (_, { interceptor }) => {
    const { card } = await interceptor({ path: 'posts', query: {} }, async () => {
      asked++
      return { card: { id: '0123456789abcdef01234567', title: 'Now' } as string | { title: string } }
    })
    return rendered(typeof card === 'string' ? 'no card' : card.title)
  }
  const renderQueue = new RenderQueue({
    cache,
    layouts,
    respond: (_, send) => send(),
    responses,
    render,
    breaker: new CircuitBreaker(),
    maxConcurrent: 2,
  })
  expect(words((await renderQueue.page('/a'))!)).toBe('Now')

  await follow({ last: 1, changes: [{ number: 1, kind: 'gone', tags: ['takeaway-cards:0123456789abcdef01234567'] }] })
  expect([cache.get('/a'), await cache.composeStale('/a')]).toEqual([undefined, undefined])
  const replayed = await Promise.all([renderQueue.replay('/a'), renderQueue.replay('/a')])
  expect(replayed.map(stale => words(stale!.page))).toEqual(['no card', 'no card'])
  expect(words((await cache.composeStale('/a'))!.page)).toBe('no card')
  expect([asked, await renderQueue.replay('/b')]).toEqual([1, undefined])
})
