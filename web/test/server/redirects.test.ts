import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { article, enquirySection, site } from '../fixtures'
import { Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open()
})

afterAll(() => stage[Symbol.asyncDispose]())

const list = (...docs: unknown[]) => ({ docs, totalDocs: docs.length, totalPages: 1, page: 1 })

/** The responses that every page needs, without documents. */
const NOTHING = {
  '/api/globals/enquiry-section': enquirySection,
  '/api/globals/site': site,
  '/api/ctas': list(),
  '/api/media': list(),
  '/api/pages': list(),
  '/api/posts': list(),
}

/** One redirect from whatever is asked for. */
function serve(redirect: { status: string, to: string | null }) {
  stage.serve({ ...NOTHING, '/api/redirects': (query: URLSearchParams) => list({ id: '1', from: query.get('where[from][in][0]'), ...redirect }) })
}

it.each([['301', 301], ['302', 302], ['307', 307], ['308', 308]])('leads a reader for whom there is no page with %s', async (status, expected) => {
  serve({ status, to: '/blog/new' })
  for (const method of ['GET', 'HEAD']) {
    const response = await stage.get('/blog/old?a=b&c', { method })
    expect([response.status, response.headers.get('location'), response.headers.get('cache-control')]).toEqual([expected, '/blog/new?a=b&c', 'no-cache'])
  }
  expect(stage.requests.join()).toContain('where[from][in][0]=/blog/old')
})

it('leads to other sites, without what was asked of this one', async () => {
  serve({ status: '301', to: 'https://other.example/new' })
  const response = await stage.get('/old?a=b')
  expect([response.status, response.headers.get('location')]).toEqual([301, 'https://other.example/new'])
  expect(response.headers.get('content-security-policy')).toContain('script-src \'none\'')
})

it('says that a page is gone, with a page', async () => {
  serve({ status: '410', to: null })
  const response = await stage.get('/old')
  expect([response.status, response.headers.get('location'), response.headers.get('content-type')]).toEqual([410, null, 'text/html;charset=utf-8'])
  expect(await response.text()).toContain('This page is gone')
})

it.each([
  ['/about\r\nX-Evil: 1', '/aboutx-evil:%201'],
  ['//evil.example/a', '/evil.example/a'],
  ['/\\evil.example/a', '/evil.example/a'],
])('cannot be led astray by %j', async (to, location) => {
  serve({ status: '301', to })
  const { headers } = await stage.get('/old')
  expect([headers.get('location'), headers.get('x-evil')]).toEqual([location, null])
})

it('cannot be led astray by the query', async () => {
  serve({ status: '301', to: '/new' })
  const response = await stage.get('/old?%0D%0AX-Evil:1"><script>alert(1)</script>')
  expect(response.headers.get('location')).toBe('/new?%0D%0AX-Evil:1%22%3E%3Cscript%3Ealert(1)%3C/script%3E')
  expect(await response.text()).not.toContain('<script>')
})

it('asks for a redirect only where there is no page', async () => {
  stage.serve({ ...NOTHING, '/api/posts': list(article), '/api/redirects': list({ id: '1', from: '/blog/the-title', status: '301', to: '/elsewhere' }) })
  expect((await stage.get('/blog/the-title')).status).toBe(200)
  expect(stage.requests.join()).not.toContain('redirects')
})

it.each([
  ['what is not encoded as it should be', '/blog/%E0%A4%A'],
  ['a picture', '/media/0123456789abcdef/a.png'],
  ['a page of the journal', '/blog/page/77'],
  ['what is too long', `/${'x'.repeat(501)}`],
])('asks for none from %s', async (_, path) => {
  serve({ status: '301', to: '/elsewhere' })
  expect((await stage.get(path)).status).toBe(404)
  expect(stage.requests.join()).not.toContain('redirects')
})

describe('when the CMS cannot tell whether there is a redirect', () => {
  it.each<[string, Stage['answer']]>([
    ['fails', (_, response) => response.writeHead(500).end('{"errors":[{"message":"secret reason"}]}')],
    ['drops connections', request => request.socket.destroy()],
  ])('as it %s, the page will be back in a moment', async (_, answer) => {
    stage.answer = answer
    const response = await stage.get('/nowhere')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await response.text()).toContain('We will be back in a moment')
    expect(stage.log).toContain('[GET] "/nowhere": [GET] "http://127.0.0.1:')
  })
})
