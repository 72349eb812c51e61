import { expect, it } from 'vitest'
import { problemOf } from '../../src/server/refuseUnreadable.ts'

it.each(['/', '/api/posts', '/api/%E2%82%AC', '/admin/%25', '/api/posts?where=%ZZ', 'http://example.com/api', '//x'])(
  'leaves GET %s to the CMS',
  (url) => {
    expect(problemOf({ method: 'GET', url })).toBeUndefined()
  },
)

it.each(['/%', '/api/%ZZ', '/api/%FF/posts', '/admin/%E2%82?x=1', '*', 'posts', '', 'http://[/', '//[/'])(
  'refuses GET %s',
  (url) => {
    expect(problemOf({ method: 'GET', url })?.status).toBe(400)
  },
)

it.each(['TRACE', 'CONNECT', 'PROPFIND', 'get', ''])('refuses the method “%s”', (method) => {
  expect(problemOf({ method, url: '/api/posts' })?.status).toBe(405)
})
