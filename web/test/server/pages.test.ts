import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { observatoryScore } from '../../../shared/test/observatory'
import { article, author, category, ctas, enquirySection, LANDING_SECTIONS, SECTIONS, site } from '../fixtures'
import { Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open()
})

const list = (docs: unknown[]) => ({ docs, totalDocs: docs.length, totalPages: 1, page: 1 })

/** So many articles, the newest first. */
function articles(count: number) {
  const newest = Date.parse(article.publishedAt!)
  const dateAt = (index: number) => new Date(newest - index * 1000).toISOString()
  const all = Array.from({ length: count }, (_, index) => ({ ...article, publishedAt: dateAt(index) }))
  return (query: URLSearchParams) => {
    const limit = Number(query.get('limit'))
    const skipped = (Number(query.get('page') ?? 1) - 1) * limit
    const before = query.get('where[or][0][publishedAt][less_than]')
    return list(all.filter(({ publishedAt }) => !before || publishedAt < before).slice(skipped, skipped + limit))
  }
}

const page = { id: 'page-1', title: 'A page', path: '/about', sections: [...Object.values(LANDING_SECTIONS), SECTIONS.faq] }

const service = { ...page, path: undefined, slug: 'review', summary: 'We read it.' }

const ANSWERS = {
  '/api/globals/site': site,
  '/api/globals/enquiry-section': enquirySection,
  '/api/authors': list([author]),
  '/api/categories': list([category]),
  '/api/ctas': list(ctas),
  '/api/pages': list([page]),
  '/api/posts': articles(1),
  '/api/redirects': list([]),
  '/api/services': list([service]),
}

beforeEach(() => stage.serve(ANSWERS))

afterAll(() => stage[Symbol.asyncDispose]())

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('pages are read only: %s does not even ask the CMS for one', async (method) => {
  const response = await stage.get('/blog/the-title', { method })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  expect(await response.text()).toContain('<h1')
  expect(stage.requests.filter(question => question.startsWith('/api/posts'))).toEqual([])
})

it.each([
  ['/blog', 200],
  ['/blog/page/2', 404],
  ['/blog/page/0', 404],
  ['/blog/page/01', 404],
  ['/blog/page/x', 404],
  ['/blog/the-title', 200],
  ['/blog/category/the-category', 200],
  ['/blog/category/the-category/page/2', 404],
  ['/blog/category/the%20category', 404],
  ['/authors/ines-vold', 200],
  ['/authors/ines-vold/page/0', 404],
  ['/authors', 404],
  ['/services', 200],
  ['/services/review', 200],
  ['/services/review/more', 404],
  ['/', 200],
  ['/about', 200],
  ['/about/people', 200],
  ['/admin', 404],
  ['/blog/%E0%A4%A', 404],
  ['/enquiry', 200],
  ['/enquiry/thanks', 200],
  ['/enquiry/thanks?reference=Q7K2-9XWD', 200],
  ['/__nuxt_error?statusCode=200', 404],
])('%s is answered with %i, in HTML, without a script', async (path, status) => {
  const response = await stage.get(path, { headers: { 'user-agent': 'curl/8', 'accept': '*/*' } })
  const html = await response.text()
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8')
  expect(html).toMatch(/^<!DOCTYPE html><html {1,2}lang="en">/)
  expect(html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')).not.toMatch(/<script|__NUXT_DATA__|modulepreload|rel="stylesheet"|<!--/)
})

it.each([
  ['/blog/', 301, '/blog'],
  ['/blog/the-title/?a=b', 301, '/blog/the-title?a=b'],
  ['/blog/page/1', 301, '/blog'],
  ['/blog/category/the-category/page/1', 301, '/blog/category/the-category'],
  ['/authors/ines-vold/page/1', 301, '/authors/ines-vold'],
  ['//evil.example/', 301, '/evil.example'],
  ['/%5Cevil.example/', 301, '/%5Cevil.example'],
  ['/blog/%0D%0AX-Evil:1/', 301, '/blog/%0D%0Ax-evil:1'],
  ['/blog/?a=1&b=/?/', 301, '/blog?a=1&b=/?/'],
  ['/Blog', 301, '/blog'],
  ['/%62log', 301, '/blog'],
  ['/blog/Page/1', 301, '/blog'],
  ['/BLOG/PAGE/1/?a=1', 301, '/blog?a=1'],
  ['/blog/x/../the-title', 301, '/blog/the-title'],
  ['/SERVICES/review', 301, '/services/review'],
  ['/About', 301, '/about'],
  ['/Enquiry/Thanks?reference=Q7K2-9XWD', 301, '/enquiry/thanks?reference=Q7K2-9XWD'],
  ['/\\evil.example', 301, '/evil.example'],
])('%s is answered with %i to %s', async (path, status, location) => {
  for (const method of ['GET', 'HEAD']) {
    const { headers, statusCode } = await stage.getAsWritten(path, { method })
    expect([statusCode, headers.location]).toEqual([status, location])
    expect(headers['content-security-policy']).toContain('script-src')
  }
})

it('takes the form that proxies send, and serves the page itself', async () => {
  const { statusCode } = await stage.getAsWritten('http://example.org/blog?a=1')
  expect(statusCode).toBe(200)
})

it.each([
  ['POST', '/Enquiry?a=1', 308, '/enquiry?a=1'],
  ['POST', '/Blog', 405, undefined],
  ['PUT', '/Enquiry', 405, undefined],
  ['DELETE', '/%62log/', 405, undefined],
])('%s %s is answered with %i, and nothing that was sent is lost on the way', async (method, path, status, location) => {
  const { headers, statusCode } = await stage.getAsWritten(path, { method, body: 'name=x' })
  expect([statusCode, headers.location]).toEqual([status, location])
})

it('asks nothing of the CMS for a spelling but whether it is led elsewhere', async () => {
  await stage.getAsWritten('/Blog/The-Title')
  expect(stage.requests.map(question => question.split('?')[0])).toEqual(['/api/redirects'])
})

it('leads to the right spelling while the CMS is away', async () => {
  stage.answer = request => request.socket.destroy()
  const { headers, statusCode } = await stage.getAsWritten('/Blog')
  expect([statusCode, headers.location]).toEqual([301, '/blog'])
})

it('begins with the journal while it has no home page, and knows no page that is not published', async () => {
  stage.serve({ ...ANSWERS, '/api/pages': list([]), '/api/services': list([]), '/api/categories': list([]), '/api/authors': list([]) })
  const home = await stage.get('/')
  expect([home.status, home.headers.get('location')]).toEqual([302, '/blog'])
  for (const path of ['/about', '/services/review', '/blog/category/the-category', '/authors/ines-vold'])
    expect((await stage.get(path)).status, path).toBe(404)
})

it('protects every answer by its headers', async () => {
  // The page twice: once as it is rendered, once as it is cached; the others are an error, a redirect, and what is no
  // page.
  for (const path of ['/blog', '/blog', '/nowhere', '/Blog', '/healthz', '/media/0123456789abcdef/a.png']) {
    const response = await stage.get(path)
    const { headers } = response
    expect(observatoryScore({ headers, html: await response.text() }), path).toBeGreaterThanOrEqual(100)
    expect(headers.get('content-security-policy'), path).toContain('script-src \'none\'')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
    expect(headers.get('permissions-policy'), path).toContain('geolocation=()')
    expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000')
    expect(headers.has('x-powered-by'), path).toBe(false)
  }
})

describe('an article', () => {
  it('is asked for in one question, what stands around it beside that, and what to read next in a second', async () => {
    await stage.get('/blog/the-title')
    expect(stage.requests.map(path => path.split('?')[0]).sort()).toEqual(['/api/ctas', '/api/ctas', '/api/globals/enquiry-section', '/api/globals/enquiry-section', '/api/globals/site', '/api/globals/site', '/api/posts', '/api/posts'])
    expect(stage.requests.join()).toContain('where[category][equals]=category-1&where[publishedAt][less_than]=2026-03-12T23:30:00.000Z&where[id][not_in][0]=post-1')
    expect(stage.requests.join()).toContain('where[slug][equals]=the-title')
    expect(stage.requests.join()).not.toContain('owner')
  })

  it('says of itself what search engines and those who share it want to know', async () => {
    const html = await (await stage.get('/blog/the-title')).text()
    expect(html.match(/<title>.*?<\/title>|<meta (?:name|property)="(?!viewport)[^>]*>|<link rel="canonical"[^>]*>/g)).toMatchSnapshot()
    expect(html.match(/application\/ld\+json/g)).toHaveLength(2)
  })

  it('ends with the enquiry form, unless the site will not have it there', async () => {
    expect(await (await stage.get('/blog/the-title')).text()).toContain('name="page" value="/blog/the-title"')
    stage.serve({ ...ANSWERS, '/api/globals/enquiry-section': { ...enquirySection, onArticles: false } })
    expect(await (await stage.get('/blog/the-title')).text()).not.toContain('<form')
  })

  it('has the name of the site in its title, unless the title was written for search engines', async () => {
    stage.serve({ ...ANSWERS, '/api/posts': list([{ ...article, seo: {} }]) })
    expect(await (await stage.get('/blog/the-title')).text()).toContain('<title>The title · Masthead</title>')
  })
})

describe('a landing page', () => {
  it('fills in the chosen articles, the newest ones and the words of the enquiry section', async () => {
    const html = await (await stage.get('/about')).text()
    expect(stage.requests.filter(path => /^\/api\/(?:posts|globals\/enquiry-section)/.test(path))).toHaveLength(3)
    expect(stage.requests.join()).toContain('where[id][in][0]=post-1')
    expect(stage.requests.join()).toContain('where[category][equals]=category-1')
    expect(html).toContain('No newsletter')
    expect(html).toContain('<link rel="canonical" href="https://example.org/about">')
  })

  it('says of a service what it is', async () => {
    const html = await (await stage.get('/services/review')).text()
    expect(html).toContain('"@type":"Service"')
    expect(html).toContain('<meta name="description" content="We read it.">')
  })
})

it('keeps the journal apart from its pages', async () => {
  stage.serve({ ...ANSWERS, '/api/posts': articles(11) })
  const html = await (await stage.get('/blog/page/2')).text()
  expect(html).toContain('<link rel="canonical" href="https://example.org/blog/page/2">')
  expect(html).toContain('<title>Journal, page 2 · Masthead</title>')
})

it.each(['/blog', '/blog/category/the-category', '/authors/ines-vold'])('knows of %s where it ends, and has nothing counted for it', async (path) => {
  stage.serve({ ...ANSWERS, '/api/posts': articles(20) })
  expect(await (await stage.get(path)).text()).toContain('rel="next"')
  const last = await (await stage.get(`${path}/page/2`)).text()
  expect(last).toContain('rel="prev"')
  expect(last).not.toContain('rel="next"')
  expect((await stage.get(`${path}/page/3`)).status).toBe(404)
  const questions = stage.requests.filter(question => question.startsWith('/api/posts'))
  expect(questions.filter(question => !question.includes('pagination=false'))).toEqual([])
})

it.each(['/', '/about', '/blog', '/blog/the-title', '/blog/category/the-category', '/authors/ines-vold', '/services', '/services/review', '/enquiry'])('describes %s where nobody has written a description', async (path) => {
  const bare = { ...site, tagline: null, description: null, journalIntroduction: null }
  stage.serve({
    ...ANSWERS,
    '/api/globals/site': bare,
    '/api/authors': list([{ ...author, bio: null }]),
    '/api/categories': list([{ ...category, description: null }]),
    '/api/pages': list([{ ...page, sections: [SECTIONS.faq] }]),
  })
  const html = await (await stage.get(path)).text()
  expect(html).toMatch(/<meta name="description" content="[^"]{10,}">/)
  expect(html).not.toMatch(/content="[^"]*(?:null|undefined)/)
})

it('draws its error pages without the words of the site too', async () => {
  stage.serve({ '/api/redirects': list([]) })
  const response = await stage.get('/nowhere.html')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('There is no page here')
})

describe('when the CMS', () => {
  it.each<[string, Stage['answer']]>([
    ['fails', (_, response) => response.writeHead(500).end('{"errors":[{"message":"secret reason"}]}')],
    ['drops connections', request => request.socket.destroy()],
    ['answers with something else', (_, response) => response.end('<html>')],
    ['does not answer', () => {}],
  ])('%s, a page says that it will be back, in time, and the log says why', async (_, answer) => {
    stage.answer = answer
    const begin = performance.now()
    const response = await stage.get('/blog/the-title')
    const html = await response.text()
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(html).toContain('We will be back in a moment')
    expect(html).not.toMatch(/secret|CmsError|127\.0\.0\.1/)
    expect(performance.now() - begin).toBeLessThan(3500)
    expect(stage.log).toMatch(/\[GET\] "\/blog\/the-title": \[GET\] "http:\/\/127\.0\.0\.1:\d+\/api/)
  })

  it('does not answer, the site is alive but not ready', async () => {
    stage.answer = request => request.socket.destroy()
    expect((await stage.get('/healthz')).status).toBe(200)
    const ready = await stage.get('/readyz')
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', reason: 'The CMS does not answer.', enquiries: { waiting: 0, refused: 0 } }])
  })
})

it('says where to report a weakness', async () => {
  const answer = await stage.get('/.well-known/security.txt')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  const [contact, expires, canonical] = (await answer.text()).split('\n')
  expect([contact, canonical]).toEqual(['Contact: mailto:security@example.org', 'Canonical: https://example.org/.well-known/security.txt'])
  expect(Date.parse(expires!.replace('Expires: ', ''))).toBeGreaterThan(Date.now())
  expect((await stage.get('/.well-known/other')).status).toBe(404)
})

it('is ready when the CMS responds', async () => {
  const ready = await stage.get('/readyz')
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', pages: 0, aside: 0, bytes: 0, addressesKnown: false, enquiries: { waiting: 0, refused: 0 } }])
})

it.each([
  ['gzip, deflate, br, zstd', 'gzip'],
  ['gzip', 'gzip'],
  ['br', null],
  ['identity', null],
])('sends a page to who accepts “%s” as %s', async (accepted, encoding) => {
  const response = await stage.get('/blog', { headers: { 'accept-encoding': accepted } })
  expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([encoding, 'Accept-Encoding'])
  expect(await response.text()).toContain('</html>')
})
