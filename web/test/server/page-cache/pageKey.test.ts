import { expect, it } from 'vitest'
import { pageKey } from '../../../server/page-cache/pageKey'

const key = (url: string, method = 'GET') => pageKey({ method, url })

it('is the path, whatever the query', () => {
  expect(key('/')).toBe('/')
  expect(key('/blog/a-log?utm_source=x&draft=true')).toBe('/blog/a-log')
  expect(key('/blog/a-log', 'HEAD')).toBe('/blog/a-log')
})

it.each([
  '/blog/',
  '//blog',
  '/blog//x',
  '/Blog',
  '/blog/%78',
  '/blog/x%00',
  '/blog/../x',
  '/blog/x.html',
  '/blog\\x',
  '/blog/x;y',
  'http://elsewhere/blog',
  '*',
  '',
  '/media/0123456789abcdef/a',
  '/healthz',
  '/readyz',
  '/preview/x',
  '/enquiry/thanks?reference=A',
  '/api/posts',
  '/__nuxt_error',
  '/_nuxt/x',
  `/${'x'.repeat(400)}`,
])('leaves %s to the framework', (url) => {
  expect(key(url)).toBeUndefined()
})

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])('leaves %s to the framework', (method) => {
  expect(key('/blog', method)).toBeUndefined()
})
