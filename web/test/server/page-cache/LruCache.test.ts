import { expect, it } from 'vitest'
import { LruCache } from '../../../server/page-cache/LruCache'

function bytesOf(limit: number) {
  const evicted: string[] = []
  const cache = new LruCache<string, string>({ limit, sizeOf: ({ length }) => length, whenEvicted: key => evicted.push(key) })
  return { cache, evicted }
}

it('lets go of what was not used for longest, and says so', () => {
  const { cache, evicted } = bytesOf(9)
  for (const key of ['a', 'b', 'c'])
    cache.set(key, 'xxx')
  expect(cache.get('a')).toBe('xxx')
  cache.set('d', 'xxx')
  expect([evicted, [...cache.entries()].map(([key]) => key), cache.size]).toEqual([['b'], ['c', 'a', 'd'], 9])
})

it('makes as much room as something large needs', () => {
  const { cache, evicted } = bytesOf(9)
  for (const key of ['a', 'b', 'c'])
    cache.set(key, 'xxx')
  cache.set('d', 'xxxxxx')
  expect([evicted, cache.size]).toEqual([['a', 'b'], 9])
})

it('does not hold what is larger than all that it may hold', () => {
  const { cache, evicted } = bytesOf(9)
  cache.set('a', 'x'.repeat(10))
  expect([evicted, cache.get('a'), cache.size]).toEqual([['a'], undefined, 0])
})

it('counts what replaces something else once', () => {
  const { cache, evicted } = bytesOf(9)
  cache.set('a', 'xxxxxx')
  cache.set('a', 'xxx')
  expect([evicted, cache.size]).toEqual([[], 3])
})

it('is empty when it has been emptied', () => {
  const { cache } = bytesOf(9)
  cache.set('a', 'xxx')
  cache.set('b', 'xxx')
  cache.delete('a')
  cache.delete('never there')
  expect(cache.size).toBe(3)
  cache.clear()
  expect([cache.get('b'), cache.size]).toEqual([undefined, 0])
})

it('counts values where nothing is said of their size', () => {
  const cache = new LruCache<string, number>({ limit: 2 })
  for (const [index, key] of ['a', 'b', 'c'].entries())
    cache.set(key, index)
  expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).toEqual([undefined, 1, 2, 2])
})
