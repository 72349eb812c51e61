import type { Render } from '../../../server/rendering/RenderQueue'
import { expect, it } from 'vitest'
import { CircuitBreaker } from '../../../server/rendering/CircuitBreaker'
import { PageResolver } from '../../../server/rendering/PageResolver'
import { RenderQueue } from '../../../server/rendering/RenderQueue'
import { newFollowingCache, newResponses, page, rendered, words } from '../page-cache/page'

/** A site instance whose CMS gives what `answer` says, when `until` has come. */
async function stage(renderTimeoutMs = 30_000) {
  const { cache, layouts, layoutSource } = await newFollowingCache()
  const cms = { answer: 'first', status: 200, begun: Promise.resolve(), until: Promise.resolve(), asked: 0 }
  const render: Render = async (_, { interceptor }) => {
    cms.asked++
    const { answer, status } = cms
    await cms.begun
    const isAnswered = await interceptor({ path: 'globals/site', query: {} }, async () => {
      await cms.until
      return {}
    }).then(() => true, () => false)
    return isAnswered ? rendered(answer, status) : { page: await page('Try later', 503) }
  }
  const clock = { now: 0 }
  const breaker = new CircuitBreaker(() => clock.now)
  const respond = async <T>(_: unknown, send: () => Promise<T>) => {
    const response = send()
    await response.then(() => breaker.recordSuccess(), () => breaker.recordFailure())
    return response
  }
  const renderQueue = new RenderQueue({
    cache,
    layouts,
    respond,
    responses: newResponses(),
    render,
    breaker,
    maxConcurrent: 1,
  })
  const resolver = new PageResolver({ cache, layouts, renderQueue, breaker, renderTimeoutMs })
  let last = 0
  const change = (kind: 'changed' | 'gone', tag = 'site') =>
    cache.follow({ last: ++last, changes: [{ number: last, kind, tags: [tag] }] })
  const resolve = async (path: string) => {
    const resolved = await resolver.resolve(path)
    return resolved && [words(resolved.page), resolved.page.status, resolved.staleSince !== undefined]
  }
  return { cms, layoutSource, resolve, change, breaker, clock }
}

it('gives the page before where the CMS fails after a change, until it is back', async () => {
  const { cms, resolve, change } = await stage()
  expect(await resolve('/a')).toEqual(['first', 200, false])
  await change('changed')
  Object.assign(cms, { answer: 'Try later', status: 503 })
  expect(await resolve('/a')).toEqual(['first', 200, true])
  Object.assign(cms, { answer: 'second', status: 200 })
  expect(await resolve('/a')).toEqual(['second', 200, false])
})

it('gives nothing that used what is gone', async () => {
  const { cms, resolve, change } = await stage()
  await resolve('/a')
  await change('gone')
  Object.assign(cms, { answer: 'Try later', status: 503 })
  expect(await resolve('/a')).toEqual(['Try later', 503, false])
})

it('gives no page before where the CMS has said since that there is none', async () => {
  const { cms, resolve, change } = await stage()
  await resolve('/a')
  await change('changed')
  Object.assign(cms, { answer: 'Moved', status: 301 })
  expect(await resolve('/a')).toEqual(['Moved', 301, false])
  Object.assign(cms, { answer: 'Try later', status: 503 })
  expect(await resolve('/a')).toEqual(['Try later', 503, false])
})

it('waits on for a CMS that is only busy, and shows nothing older meanwhile', async () => {
  const { cms, resolve, change } = await stage(100)
  await expect.poll(async () => (await resolve('/a'))?.[0]).toBe('first')
  await change('changed')
  const { promise, resolve: respond } = Promise.withResolvers<void>()
  Object.assign(cms, { answer: 'second', until: promise })
  const both = Promise.all(['/a', '/b'].map(resolve))
  setTimeout(respond, 400)
  expect(await both).toEqual([['second', 200, false], ['second', 200, false]])
})

it('waits on for a render that has sent the CMS nothing yet', async () => {
  const { cms, resolve, clock } = await stage(100)
  clock.now = 5000
  const { promise, resolve: respond } = Promise.withResolvers<void>()
  cms.begun = promise
  setTimeout(respond, 400)
  expect(await resolve('/a')).toEqual(['first', 200, false])
})

it('keeps no reader waiting for a CMS that hangs, and those who queue neither', async () => {
  const { cms, resolve, change, breaker, clock } = await stage(100)
  await expect.poll(async () => (await resolve('/a'))?.[0]).toBe('first')
  await change('changed')
  const { promise, reject } = Promise.withResolvers<void>()
  Object.assign(cms, { answer: 'second', until: promise, asked: 0 })
  clock.now = 5000
  const readers = Promise.all(['/a', '/b', '/c'].map(resolve))
  // On a busy machine the CMS is asked later than that.
  promise.catch(() => {})
  setTimeout(() => reject(new Error('No answer.')), 50)
  expect(await readers).toEqual([['first', 200, true], undefined, undefined])
  expect(breaker.isOpen).toBe(true)
  expect(await resolve('/d')).toBeUndefined()
  // Nor did those who queued ask it, when their turn came.
  expect(cms.asked).toBe(1)
  clock.now = 6000
  cms.until = Promise.resolve()
  expect(await resolve('/a')).toEqual(['second', 200, false])
  expect(breaker.isOpen).toBe(false)
})

it('gives every page, as it was, while the CMS does not give a layout that has changed', async () => {
  const { layoutSource, resolve, change, cms } = await stage()
  await resolve('/a')
  Object.assign(layoutSource, { isDown: true, replayed: '' })
  await change('changed', 'frame')
  expect(await resolve('/a')).toEqual(['first', 200, true])
  await change('gone', 'frame')
  expect(await resolve('/a')).toEqual(['first', 200, true])
  layoutSource.isDown = false
  expect(await resolve('/a')).toEqual(['first', 200, false])
  expect(cms.asked).toBe(1)
})
