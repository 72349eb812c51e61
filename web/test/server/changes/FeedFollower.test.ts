import type { Changes, Position } from '@masthead/shared/changes'
import type { RequestChanges } from '../../../server/changes/FeedFollower'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FeedFollower } from '../../../server/changes/FeedFollower'

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const change = (number: number) => ({ number, kind: 'changed' as const, tags: ['site'] })

/** Follows a CMS that answers so, one after the other, and then no more. */
function follow(...answers: (Changes | Error)[]) {
  return followFrom(undefined, ...answers)
}

async function followFrom(from: Position | undefined, ...answers: (Changes | Error)[]) {
  const asked: (number | undefined)[] = []
  const entries: (string | undefined)[] = []
  const waits: number[] = []
  const told: Changes[] = []
  const { promise: end, resolve } = Promise.withResolvers<void>()
  const request: RequestChanges = async ({ after, entry, wait }) => {
    asked.push(after)
    entries.push(entry)
    waits.push(wait)
    const response = answers.shift()
    if (response instanceof Error)
      throw response
    if (response)
      return response
    resolve()
    return new Promise(() => {})
  }
  const follower = new FeedFollower({ request, subscribers: [{ onChanges: changes => void told.push(changes) }], from })
  void follower.follow()
  await end
  await follower.firstContact
  follower.stop()
  return { asked, entries, told, waits, follower }
}

it('begins where the feed is, and asks on from what it was told', async () => {
  const { asked, told } = await follow({ last: 4, changes: [] }, { last: 6, changes: [change(5), change(6)] }, {
    last: 6,
    changes: [],
  })
  expect(asked).toEqual([undefined, 4, 6, 6])
  expect(told).toHaveLength(3)
})

it('asks on from the same number after any loss', async () => {
  const { asked } = await follow({ last: 4, changes: [] }, new Error('refused'), new Error('refused'), {
    last: 5,
    changes: [change(5)],
  })
  expect(asked).toEqual([undefined, 4, 4, 4, 5])
  expect(console.error).toHaveBeenCalledTimes(1)
  expect(console.warn).toHaveBeenCalledTimes(1)
})

it('begins anew when it is told to', async () => {
  const { asked } = await follow({ last: 4, changes: [] }, { last: 2, changes: [], reset: true })
  expect(asked).toEqual([undefined, 4, 2])
})

it('goes on in parts where there is more than one answer holds', async () => {
  const { asked } = await follow({ last: 0, changes: [] }, { last: 9, changes: [change(1), change(2)] })
  expect(asked).toEqual([undefined, 0, 2])
})

it('goes on from what an earlier run had followed', async () => {
  const { asked, entries } = await followFrom(
    { number: 7, entry: 'g' },
    { last: 8, entry: 'h', changes: [change(8)] },
    new Error('refused'),
  )
  expect(asked).toEqual([7, 8, 8])
  expect(entries).toEqual(['g', 'h', 'h'])
})

it('asks at once for what it may have missed, and waits only where it has everything', async () => {
  const { waits } = await followFrom({ number: 7 }, { last: 7, changes: [] }, new Error('refused'), {
    last: 7,
    changes: [],
  })
  expect(waits.map(wait => wait > 0)).toEqual([false, true, false, true])
})

it('knows when it is cut off', async () => {
  expect((await follow({ last: 4, changes: [] }, new Error('refused'))).follower.isCutOff).toBe(true)
  expect((await follow(new Error('refused'), { last: 4, changes: [] })).follower.isCutOff).toBe(false)
})
