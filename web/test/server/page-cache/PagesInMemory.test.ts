import { expect, it } from 'vitest'
import { PagesInMemory } from '../../../server/page-cache/PagesInMemory'
import { dependencies, ownPage } from './page'

function bytesOf(own: Awaited<ReturnType<typeof ownPage>>) {
  return 2 * own.parts.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

it('evicts the page that was read least recently, and forgets what the disk does not have of it', async () => {
  const own = await ownPage('a')
  const memory = new PagesInMemory(2 * bytesOf(own))
  memory.putUnstored('/a', own, dependencies())
  memory.putUnstored('/b', own, dependencies())
  memory.get('/a')
  memory.putUnstored('/c', own, dependencies())
  expect(memory.entries().map(([path]) => path)).toEqual(['/a', '/c'])
  expect(memory.unstored.map(({ path }) => path)).toEqual(['/a', '/c'])
  expect(memory.bytes).toBe(2 * bytesOf(own))
})

it('does not take a page that is larger than the memory', async () => {
  const own = await ownPage('a')
  const memory = new PagesInMemory(bytesOf(own) - 1)
  memory.putUnstored('/a', own, dependencies())
  expect([memory.entries(), memory.unstored, memory.bytes]).toEqual([[], [], 0])
})

it('counts a page that replaces another once, and none after it is cleared', async () => {
  const own = await ownPage('a')
  const memory = new PagesInMemory(10 * bytesOf(own))
  memory.putUnstored('/a', own, dependencies())
  memory.putUnstored('/a', own, dependencies())
  expect(memory.bytes).toBe(bytesOf(own))
  memory.clear()
  expect([memory.bytes, memory.unstored]).toEqual([0, []])
})
