import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { prewarm } from '../../../server/rendering/prewarm'

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue())
afterEach(() => vi.restoreAllMocks())

/** A site instance that has cached `/kept`, of a site with two more pages and one that cannot be rendered. */
function stage() {
  const cached = new Set(['/kept'])
  const cms = { isThere: true, goesAfter: Infinity }
  const reader = { isWaiting: false }
  const rendered: string[] = []
  const ended = new AbortController()
  const isOver = prewarm({
    paths: async () => cms.isThere ? ['/a', '/kept', '/broken', '/b'] : undefined,
    isCached: path => cached.has(path),
    mayStart: () => !reader.isWaiting,
    render: async (path) => {
      if (!cms.isThere)
        return undefined
      rendered.push(path)
      if (path !== '/broken')
        cached.add(path)
      if (rendered.length === cms.goesAfter)
        cms.isThere = false
      return {}
    },
    signal: ended.signal,
    pauseMs: 1,
  })
  return { cms, reader, rendered, ended, isOver }
}

const aWhile = () => new Promise(resolve => setTimeout(resolve, 50))

it('renders each page once that is not cached, and says how many are', async () => {
  const { rendered, isOver } = stage()
  await isOver
  expect(rendered).toEqual(['/a', '/broken', '/b'])
  expect(vi.mocked(console.warn).mock.calls).toEqual([['Rendered ahead: 3 of 4 pages are cached.']])
})

it('waits while a reader waits', async () => {
  const { reader, rendered, isOver } = stage()
  reader.isWaiting = true
  await aWhile()
  expect(rendered).toEqual([])
  reader.isWaiting = false
  await isOver
  expect(rendered).toEqual(['/a', '/broken', '/b'])
})

it('goes on where it was when the CMS is back', async () => {
  const { cms, rendered, isOver } = stage()
  cms.goesAfter = 1
  await aWhile()
  expect(rendered).toEqual(['/a'])
  cms.isThere = true
  await isOver
  expect(rendered).toEqual(['/a', '/broken', '/b'])
})

it('begins when the CMS is there', async () => {
  const { cms, rendered, isOver } = stage()
  cms.isThere = false
  await aWhile()
  cms.isThere = true
  await isOver
  expect(rendered).toEqual(['/a', '/broken', '/b'])
})

it('ends with the site instance', async () => {
  const { ended, rendered, isOver } = stage()
  ended.abort()
  await isOver
  expect([rendered, vi.mocked(console.warn).mock.calls]).toEqual([[], []])
})
