import type { Render } from '../../../server/rendering/Renders'
import { expect, it } from 'vitest'
import { CircuitBreaker } from '../../../server/rendering/CircuitBreaker'
import { Pages } from '../../../server/rendering/Pages'
import { Renders } from '../../../server/rendering/Renders'
import { newFollowingCache, newResponses, page, rendered, words } from '../page-cache/page'

/** A web whose CMS gives what `answer` says, when `until` has come. */
async function stage(renderTimeoutMs = 30_000) {
  const { cache, frames, frameSource } = await newFollowingCache()
  const cms = { answer: 'first', status: 200, begun: Promise.resolve(), until: Promise.resolve(), asked: 0 }
  const render: Render = async (_, { through }) => {
    cms.asked++
    const { answer, status } = cms
    await cms.begun
    const isAnswered = await through({ path: 'globals/site', query: {} }, async () => {
      await cms.until
      return {}
    }).then(() => true, () => false)
    return isAnswered ? rendered(answer, status) : { page: await page('Try later', 503) }
  }
  const clock = { now: 0 }
  const breaker = new CircuitBreaker(() => clock.now)
  const respond = async <T>(_: unknown, send: () => Promise<T>) => {
    const response = send()
    await response.then(() => breaker.noteAnswer(), () => breaker.noteFailure())
    return response
  }
  const renders = new Renders({ cache, frames, respond, responses: newResponses(), render, breaker, atOnce: 1 })
  const pages = new Pages({ cache, frames, renders, breaker, renderTimeoutMs })
  let last = 0
  const change = (kind: 'changed' | 'gone', tag = 'site') => cache.follow({ last: ++last, changes: [{ number: last, kind, tags: [tag] }] })
  const at = async (path: string) => {
    const found = await pages.at(path)
    return found && [words(found.page), found.page.status, found.staleSince !== undefined]
  }
  return { cms, frameSource, at, change, breaker, clock }
}

it('gives the page before where the CMS fails after a change, until it is back', async () => {
  const { cms, at, change } = await stage()
  expect(await at('/a')).toEqual(['first', 200, false])
  await change('changed')
  Object.assign(cms, { answer: 'Try later', status: 503 })
  expect(await at('/a')).toEqual(['first', 200, true])
  Object.assign(cms, { answer: 'second', status: 200 })
  expect(await at('/a')).toEqual(['second', 200, false])
})

it('gives nothing that used what is gone', async () => {
  const { cms, at, change } = await stage()
  await at('/a')
  await change('gone')
  Object.assign(cms, { answer: 'Try later', status: 503 })
  expect(await at('/a')).toEqual(['Try later', 503, false])
})

it('gives no page before where the CMS has said since that there is none', async () => {
  const { cms, at, change } = await stage()
  await at('/a')
  await change('changed')
  Object.assign(cms, { answer: 'Moved', status: 301 })
  expect(await at('/a')).toEqual(['Moved', 301, false])
  Object.assign(cms, { answer: 'Try later', status: 503 })
  expect(await at('/a')).toEqual(['Try later', 503, false])
})

it('waits on for a CMS that is only busy, and shows nothing older meanwhile', async () => {
  const { cms, at, change } = await stage(100)
  await expect.poll(async () => (await at('/a'))?.[0]).toBe('first')
  await change('changed')
  const { promise, resolve } = Promise.withResolvers<void>()
  Object.assign(cms, { answer: 'second', until: promise })
  const both = Promise.all(['/a', '/b'].map(at))
  setTimeout(resolve, 400)
  expect(await both).toEqual([['second', 200, false], ['second', 200, false]])
})

it('waits on for a render that has not asked the CMS yet', async () => {
  const { cms, at, clock } = await stage(100)
  clock.now = 5000
  const { promise, resolve } = Promise.withResolvers<void>()
  cms.begun = promise
  setTimeout(resolve, 400)
  expect(await at('/a')).toEqual(['first', 200, false])
})

it('keeps no reader waiting for a CMS that hangs, and those who queue neither', async () => {
  const { cms, at, change, breaker, clock } = await stage(100)
  await expect.poll(async () => (await at('/a'))?.[0]).toBe('first')
  await change('changed')
  const { promise, reject } = Promise.withResolvers<void>()
  Object.assign(cms, { answer: 'second', until: promise, asked: 0 })
  clock.now = 5000
  const readers = Promise.all(['/a', '/b', '/c'].map(at))
  // On a busy machine the CMS is asked later than that.
  promise.catch(() => {})
  setTimeout(() => reject(new Error('No answer.')), 50)
  expect(await readers).toEqual([['first', 200, true], undefined, undefined])
  expect(breaker.isOpen).toBe(true)
  expect(await at('/d')).toBeUndefined()
  // Nor did those who queued ask it, when their turn came.
  expect(cms.asked).toBe(1)
  clock.now = 6000
  cms.until = Promise.resolve()
  expect(await at('/a')).toEqual(['second', 200, false])
  expect(breaker.isOpen).toBe(false)
})

it('gives every page, as it was, while the CMS does not give a frame that has changed', async () => {
  const { frameSource, at, change, cms } = await stage()
  await at('/a')
  Object.assign(frameSource, { isDown: true, replayed: '' })
  await change('changed', 'frame')
  expect(await at('/a')).toEqual(['first', 200, true])
  await change('gone', 'frame')
  expect(await at('/a')).toEqual(['first', 200, true])
  frameSource.isDown = false
  expect(await at('/a')).toEqual(['first', 200, false])
  expect(cms.asked).toBe(1)
})
