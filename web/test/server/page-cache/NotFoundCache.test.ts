import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { NotFoundCache } from '../../../server/page-cache/NotFoundCache'
import { dependencies, page } from './page'

afterEach(() => vi.restoreAllMocks())

it('forgets a path after ten seconds, however often it is requested', async () => {
  const cache = new NotFoundCache()
  const notFound = await page('nothing here', 404)
  const startedAt = performance.now()
  const getAfter = async (seconds: number) => {
    vi.spyOn(performance, 'now').mockReturnValue(startedAt + 1000 * seconds)
    // lru-cache reads the clock once a millisecond.
    await sleep(10)
    return cache.get('/x')
  }
  cache.set('/x', notFound, dependencies())
  expect([await getAfter(5), await getAfter(9)]).toEqual([notFound, notFound])
  expect(await getAfter(11)).toBeUndefined()
})
