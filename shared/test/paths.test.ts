import { expect, it } from 'vitest'
import { blogPath, mediaPath, pathOf, postPath } from '../src/paths.ts'

it('numbers the pages of the journal from the second on', () => {
  expect([blogPath(), blogPath(1), blogPath(2)]).toEqual(['/blog', '/blog', '/blog/page/2'])
})

it('makes one path segment of a name, whatever it holds', () => {
  expect(postPath({ slug: '../a?b#c' })).toBe('/blog/..%2Fa%3Fb%23c')
  expect(mediaPath({ hash: 'abc', filename: 'a, b/c (1).png' })).toBe('/media/abc/a%2C%20b%2Fc%20(1).png')
})

it('knows which documents have a page', () => {
  expect(pathOf('posts', { slug: 'a' })).toBe('/blog/a')
  expect(pathOf('posts', { slug: null })).toBeUndefined()
  expect(pathOf('takeaway-cards', { slug: 'a' })).toBeUndefined()
})
