import type { Changes } from '@masthead/shared/changes'
import type { Page } from '../../../server/page-cache/Page'
import type { Render } from '../../../server/page-cache/Renders'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { Answers } from '../../../server/page-cache/Answers'
import { Renders } from '../../../server/page-cache/Renders'
import { CircuitBreaker } from '../../../server/rendering/CircuitBreaker'
import { newCache, newResponses, page, words } from './page'

interface Begun { path: string, end: (words: string, status?: number) => Promise<void>, fail: (error: Error) => void }

function stage() {
  const cache = newCache()
  const breaker = new CircuitBreaker()
  cache.follow({ last: 0, changes: [] })
  const begun: Begun[] = []
  const render: Render = (path, { through }) => {
    void through({ path: 'globals/site', query: {} }, async () => ({}))
    const { promise, resolve, reject } = Promise.withResolvers<Page>()
    begun.push({ path, end: async (words, status) => resolve(await page(words, status)), fail: reject })
    return promise
  }
  let last = 0
  const edit = (...tags: string[]) => cache.follow({ last: ++last, changes: [{ number: last, kind: 'changed', tags }] })
  return { cache, begun, edit, breaker, renders: new Renders({ cache, answers: new Answers(cache.history), responses: newResponses(), render, breaker, atOnce: 2 }) }
}

it('renders a page once for all who ask at the same time, and keeps it', async () => {
  const { renders, begun, cache } = stage()
  const asked = [renders.page('/a'), renders.page('/a'), renders.page('/a')]
  expect(begun).toHaveLength(1)
  await begun[0]!.end('one')
  expect((await Promise.all(asked)).map(page => words(page!))).toEqual(['one', 'one', 'one'])
  expect(words(cache.get('/a')!)).toBe('one')
})

it('renders again what changed meanwhile, so that nobody gets or keeps the older page', async () => {
  const { renders, begun, cache, edit } = stage()
  const asked = renders.page('/a')
  edit('site')
  await begun[0]!.end('older')
  await turn()
  const late = renders.page('/a')
  await begun[1]!.end('newer')
  expect(words((await asked)!)).toBe('newer')
  expect(words((await late)!)).toBe('newer')
  expect(words(cache.get('/a')!)).toBe('newer')
  expect(begun).toHaveLength(2)
})

it('renders again what changed while it was written, so that nobody gets what may be gone', async () => {
  const { renders, begun, cache, edit } = stage()
  vi.spyOn(cache, 'keep').mockImplementationOnce((...page) => {
    const kept = cache.keep(...page)
    edit('site')
    return kept
  })
  const asked = renders.page('/a')
  await begun[0]!.end('older')
  await vi.waitUntil(() => begun.length === 2)
  await begun[1]!.end('newer')
  expect([words((await asked)!), words(cache.get('/a')!)]).toEqual(['newer', 'newer'])
})

it('serves what changes faster than it renders, and only sets it aside', async () => {
  const { renders, begun, cache, edit } = stage()
  const asked = renders.page('/a')
  for (let attempt = 0; attempt < 5; attempt++) {
    edit('site')
    await begun[attempt]!.end(`attempt ${attempt}`)
    await turn()
  }
  expect(words((await asked)!)).toBe('attempt 4')
  expect(cache.get('/a')).toBeUndefined()
  expect(words((await cache.readAside('/a'))!.page)).toBe('attempt 4')
})

it('renders no more at once than it may; the others wait for their turn', async () => {
  const { renders, begun } = stage()
  const asked = ['/a', '/b', '/c'].map(path => renders.page(path))
  expect(begun.map(({ path }) => path)).toEqual(['/a', '/b'])
  await begun[1]!.end('b')
  await asked[1]
  await turn()
  expect(begun.map(({ path }) => path)).toEqual(['/a', '/b', '/c'])
})

it('keeps no error, and gives the turn on when a render fails', async () => {
  const { renders, begun, cache } = stage()
  const asked = [renders.page('/a'), renders.page('/b'), renders.page('/c')]
  begun[0]!.fail(new Error('broken'))
  await expect(asked[0]).rejects.toThrow('broken')
  await begun[1]!.end('try later', 503)
  expect((await asked[1]!)!.status).toBe(503)
  await turn()
  await begun[2]!.end('c')
  await asked[2]
  expect([cache.get('/a'), cache.get('/b')]).toEqual([undefined, undefined])
  expect(cache.get('/c')).toBeDefined()
})

it('holds against the CMS what it does not answer, and no render that fails by itself', async () => {
  const { breaker, cache } = stage()
  const failing = async (render: Render) => {
    const renders = new Renders({ cache, answers: new Answers(cache.history), responses: newResponses(), render, breaker, atOnce: 2 })
    await renders.page('/a').catch(() => {})
    return breaker.isOpen
  }
  expect(await failing(() => Promise.reject(new Error('It loops.')))).toBe(false)
  expect(await failing((_, { through }) => through({ path: 'globals/site', query: {} }, () => Promise.reject(new Error('No answer.'))))).toBe(true)
})

it('renders a page from its recorded responses, without what was removed, and asks nothing', async () => {
  const cache = newCache()
  const responses = newResponses()
  const follow = (changes: Changes) => {
    responses.follow(changes)
    cache.follow(changes)
  }
  follow({ last: 0, changes: [] })
  let asked = 0
  const render: Render = async (_, { through, followed }) => {
    const { banner } = await through({ path: 'globals/site', query: {} }, async () => {
      asked++
      return { banner: { id: '0123456789abcdef01234567', title: 'Now' } as string | { title: string } }
    })
    return page(`${typeof banner === 'string' ? 'no banner' : banner.title} feed=${followed}`)
  }
  const renders = new Renders({ cache, answers: new Answers(cache.history), responses, render, breaker: new CircuitBreaker(), atOnce: 2 })
  expect(words((await renders.page('/a'))!)).toBe('Now feed=0')

  follow({ last: 1, changes: [{ number: 1, kind: 'gone', tags: ['ctas:0123456789abcdef01234567'] }] })
  expect([cache.get('/a'), await cache.readAside('/a')]).toEqual([undefined, undefined])
  const replayed = await Promise.all([renders.replay('/a'), renders.replay('/a')])
  expect(replayed.map(page => words(page!))).toEqual(['no banner feed=0', 'no banner feed=0'])
  expect(words((await cache.readAside('/a'))!.page)).toBe('no banner feed=0')
  expect([asked, await renders.replay('/b')]).toEqual([1, undefined])
})
