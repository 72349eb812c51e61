import { expect, it } from 'vitest'
import {
  blogPath,
  documentForPath,
  ENQUIRY,
  enquiryThanksPath,
  isFixedPath,
  isPagePath,
  isReservedPath,
  LINKABLE,
  mediaPath,
  pathOf,
  postPath,
} from '../src/paths.ts'

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

it.each(LINKABLE)('leads back from the page of one of the %s to it', (collection) => {
  const doc = { slug: 'a-b', path: '/a/b' }
  const target = documentForPath(pathOf(collection, doc)!)
  expect(target).toEqual(
    collection === 'pages' ? { collection, field: 'path', value: '/a/b' } : { collection, field: 'slug', value: 'a-b' },
  )
})

it('knows what the site has whatever is published', () => {
  expect(
    [
      '/',
      '/blog',
      '/blog/page/2',
      '/services',
      '/api/posts',
      '/_nuxt/a.css',
      '/media/a/b.png',
      '/sitemap.xml',
      '/search',
    ].filter(path => !isFixedPath(path)),
  ).toEqual([])
  expect(
    ['/blog/a', '/blog/category/a', '/blogs', '/services/a', '/authors/a', '/about', '/apis', '/searching'].filter(
      isFixedPath,
    ),
  ).toEqual([])
})

it('knows where no page can be', () => {
  const apart = ['/admin', '/api/posts', '/media/a/b.png', '/search', '/_nuxt/a.css', '/healthz']
  expect(apart.filter(path => isPagePath(path) || !isReservedPath(path))).toEqual([])
  expect(isPagePath(new URL(enquiryThanksPath('A1'), 'http://site').pathname)).toBe(false)
  expect(['/', ENQUIRY, '/blog/a', '/services', '/about', '/apis', '/searching'].filter(path => !isPagePath(path)))
    .toEqual([])
})
