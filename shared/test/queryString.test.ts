import { expect, it } from 'vitest'
import { queryString } from '../src/queryString.ts'

it.each([
  [{}, ''],
  [{ limit: 1, depth: undefined }, '?limit=1'],
  [{ where: { slug: { equals: 'a b&c=d' } } }, '?where[slug][equals]=a%20b%26c%3Dd'],
  [{ where: { deletedAt: { equals: null } } }, '?where[deletedAt][equals]=null'],
  [
    { where: { or: [{ a: { exists: true } }, { b: { exists: false } }] } },
    '?where[or][0][a][exists]=true&where[or][1][b][exists]=false',
  ],
  [
    { where: { publishedAt: { less_than: new Date(0) } } },
    '?where[publishedAt][less_than]=1970-01-01T00%3A00%3A00.000Z',
  ],
  [{ 'where]&x=': 1 }, '?where%5D%26x%3D=1'],
  [{ select: { a: {} } }, ''],
])('%j is %s', (query, expected) => {
  expect(queryString(query)).toBe(expected)
})
