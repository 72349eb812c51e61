import { expect, it } from 'vitest'
import { idIn, listIn, listTag, pathIn, pathTag, tagOf } from '../src/tags.ts'

const DATE = '2026-05-03T00:00:00.000Z'

it('tells what a tag stands for', () => {
  expect(idIn(tagOf('posts', 'a1'))).toBe('a1')
  expect(idIn('site')).toBe('site')
  expect(pathIn(pathTag('/blog/a:b@c'))).toBe('/blog/a:b@c')
})

it.each([
  ['posts', {}],
  ['services', {}],
  ['posts', { field: 'category', id: 'a1' }],
])('tells a list of %s, %o, and its date', (collection, options) => {
  const list = listTag(collection, options)
  expect(listIn(list)).toEqual({ list })
  expect(listIn(listTag(collection, { ...options, date: DATE }))).toEqual({ list, date: DATE })
})

it.each([tagOf('posts', 'a1'), 'site', pathTag('/'), pathTag('/a:list'), pathTag('/a:list@b')])(
  'takes %s for no list',
  (tag) => {
    expect(listIn(tag)).toBeUndefined()
  },
)

it.each([tagOf('posts', 'a1'), 'site', listTag('posts', { date: DATE })])('takes %s for no address', (tag) => {
  expect(pathIn(tag)).toBeUndefined()
})
