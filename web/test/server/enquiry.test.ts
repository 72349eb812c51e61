import type { RequestListener } from 'node:http'
import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enquirySection, site } from '../fixtures'
import { pathOf, SERVICE_KEY, Stage } from './stage'

const SENT = {
  name: 'Ines Vold',
  email: 'ines@example.com',
  company: 'Vold',
  message: 'A queue that never empties.',
  page: '/blog/a',
  submission: '0b1e7a52-6f0e-4f0e-9d43-4c9f6f7a1c11',
}

const REFERENCE = /^[2-9A-Z]{4}-[2-9A-Z]{4}$/

let stage: Stage
/** The enquiries that the CMS received, with the key of each request. */
const handedIn: { key: string | undefined, enquiry: unknown }[] = []
// Each has a network of their own.
let visitor = 0

beforeAll(async () => {
  stage = await Stage.open()
})

beforeEach(() => {
  visitor++
  handedIn.length = 0
  serve((_, response) => response.writeHead(201).end('{"reference":"Q7K2-9XWD"}'))
})

afterAll(() => stage[Symbol.asyncDispose]())

describe('an enquiry that is in order', () => {
  it('is submitted to the CMS with the key, and its visitor redirected to the thanks', async () => {
    const response = await post(SENT)
    expect([response.status, response.headers.get('location'), response.headers.get('cache-control')]).toEqual([
      303,
      '/enquiry/thanks?reference=Q7K2-9XWD',
      'no-store',
    ])
    expect(handedIn).toEqual([{
      key: `Bearer ${SERVICE_KEY}`,
      enquiry: { ...SENT, reference: expect.stringMatching(REFERENCE) },
    }])
  })

  it('needs neither a page nor an id', async () => {
    const { page: _, submission: __, ...sent } = SENT
    expect((await post(sent)).status).toBe(303)
  })

  it('may come from a page of ours at whatever address', async () => {
    expect((await post(SENT, { origin: 'https://example.org' })).status).toBe(303)
    expect((await post(SENT, { origin: stage.url })).status).toBe(303)
  })

  it('is named by the same reference however often it is sent', async () => {
    for (let time = 0; time < 2; time++)
      await post(SENT)
    await post({ ...SENT, message: 'Another queue that never empties.' })
    const references = handedIn.map(({ enquiry }) => (enquiry as { reference: string }).reference)
    expect([references[0] === references[1], references[0] === references[2]]).toEqual([true, false])
  })
})

describe('an enquiry that is not', () => {
  it('comes back with all that was typed and what to do', async () => {
    const { status, headers, html } = await page(await post({ ...SENT, email: 'ines', message: 'Short' }))
    expect([status, headers.get('cache-control')]).toEqual([422, 'no-store'])
    expect(handedIn).toEqual([])
    for (const typed of ['value="Ines Vold"', 'value="ines"', 'value="Vold"', '>Short</textarea>', 'value="/blog/a"'])
      expect(html).toContain(typed)
    expect(html).toContain('This does not look like an e-mail address.')
    expect(html).toContain('Please write at least 10 characters.')
    expect(html).toContain('<title>Not sent yet: Tell us · Masthead</title>')
    expect(html).not.toMatch(/<script|<!--/)
  })

  it('comes back whole with 10,000 characters of any script', async () => {
    for (const letter of ['x', 'Ж', '水']) {
      const { status, html } = await page(await post({ ...SENT, message: letter.repeat(10_000) }))
      expect(status).toBe(422)
      expect(html).toContain(`>${letter.repeat(10_000)}</textarea>`)
      expect(html).toContain('Your message has 10,000 characters.')
    }
  })

  it('comes back as text, whatever it holds', async () => {
    const attack = '"></textarea></form><script>alert(1)</script>{{ 7 * 7 }}<img src=x onerror=alert(1)>'
    const { html } = await page(
      await post({
        ...SENT,
        name: attack,
        email: attack,
        company: attack,
        message: attack,
        page: attack,
        submission: attack,
      }),
    )
    expect(html).not.toMatch(/<script|<img|\b49\b/)
    expect(html.match(/<\/form>/g)).toHaveLength(1)
  })

  it('comes back even when the CMS says nothing any more', async () => {
    stage.answer = requests => requests.socket.destroy()
    const { status, html } = await page(await post({ ...SENT, name: '' }))
    expect(status).toBe(422)
    expect(html).toContain('A queue that never empties.</textarea>')
  })

  it('comes back with what the CMS alone objects to', async () => {
    serve((_, response) =>
      response.writeHead(400).end(
        JSON.stringify({
          errors: [{
            message: 'No.',
            data: { errors: [{ path: 'name', message: 'Another name, please.' }, { path: 'id', message: 'x' }] },
          }],
        }),
      ),
    )
    const { status, html } = await page(await post(SENT))
    expect(status).toBe(422)
    expect(html.match(/Another name, please\./g)).toHaveLength(2)
  })
})

describe('what nobody wants', () => {
  it('is thanked and forgotten when a program filled in what people do not see', async () => {
    const response = await post({ ...SENT, topic: 'Loans' })
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/enquiry\/thanks\?reference=[2-9A-Z]{4}-[2-9A-Z]{4}$/),
    ])
    expect(handedIn).toEqual([])
  })

  it('is not taken more than five times in ten minutes from one address, and nothing typed is lost', async () => {
    for (let time = 0; time < 5; time++)
      expect((await post(SENT)).status).toBe(303)
    const { status, headers, html } = await page(await post(SENT))
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(590)
    expect(html).toContain('That was a lot at once')
    expect(html).toContain('A queue that never empties.</textarea>')
    expect(handedIn).toHaveLength(5)
    visitor++
    expect((await post(SENT)).status).toBe(303)
  })

  it('slips of the pen do not count', async () => {
    for (let time = 0; time < 8; time++)
      expect((await post({ ...SENT, email: 'ines@' })).status).toBe(422)
    expect((await post(SENT)).status).toBe(303)
  })

  it('is not looked at after thirty tries in ten minutes, whatever was wrong with them', async () => {
    for (let time = 0; time < 15; time++) {
      expect((await post({ ...SENT, email: 'ines@' })).status).toBe(422)
      expect((await post({ ...SENT, topic: 'Loans' })).status).toBe(303)
    }
    const { status, html } = await page(await post({ ...SENT, email: 'ines@' }))
    expect(status).toBe(429)
    expect(html).toContain('A queue that never empties.</textarea>')
    visitor++
    expect((await post(SENT)).status).toBe(303)
  })

  it.each(['192.0.2.', '2001:db8:7:'])(
    'does not shut the form for others when it comes from all of the network %s',
    async (network) => {
      for (let host = 1; host <= 40; host++)
        await post(SENT, { 'x-forwarded-for': network.includes(':') ? `${network}${host}::1` : `${network}${host}` })
      expect(handedIn).toHaveLength(15)
      expect((await post(SENT)).status).toBe(303)
    },
  )

  it.each<Record<string, string>>([{ origin: 'https://evil.example' }, { origin: 'null' }, {
    referer: 'https://evil.example/form',
  }])('is refused from another site: %o', async (headers) => {
    const { status, html } = await page(await post(SENT, headers))
    expect([status, handedIn]).toEqual([403, []])
    expect(html).toContain('This was sent from another site')
  })

  it.each([
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/x-www-form-urlencodedx',
    '',
  ])('is refused as %j', async (type) => {
    expect((await post(SENT, { 'content-type': type })).status).toBe(415)
    expect(handedIn).toEqual([])
  })

  it('is refused when it is longer than a person writes', async () => {
    const { status, html } = await page(await post({ ...SENT, message: 'x'.repeat(200_000) }))
    expect(status).toBe(413)
    expect(html).toContain('That is more than we can take')
  })

  it('is refused when it goes on and on without saying how long it is', async () => {
    const sending = request(`${stage.url}/enquiry`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    sending.on('error', () => {})
    const answered = once(sending, 'response')
    for (let part = 0; part < 40; part++)
      sending.write('x'.repeat(8192))
    const [{ statusCode }] = await answered as [{ statusCode: number }]
    sending.destroy()
    expect(statusCode).toBe(413)
  })

  it.each(['', 'a', '%', '%E0%A4%A=%', 'name=a&name=b&name[]=c&__proto__=x', 'name=%00%0D%0A'])(
    'is no more than an empty form: %j',
    async (body) => {
      const response = await stage.get('/enquiry', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(response.status).toBe(422)
    },
  )
})

describe('the thanks', () => {
  it('are in the words of the site, with the reference, and not for search engines', async () => {
    const response = await stage.get('/enquiry/thanks?reference=Q7K2-9XWD')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { status, html } = await page(response)
    expect(status).toBe(200)
    expect(html).toContain('We will write.')
    expect(html).toContain('<dd>Q7K2-9XWD</dd>')
    expect(html).toContain('<meta name="robots" content="noindex">')
  })

  it.each(['reference=<script>', 'reference=Q7K2-9XWDX', 'reference=Q7K2-9XWD&reference=A', 'reference[]=x', 'x=1'])(
    'repeat nothing that is no reference: %s',
    async (query) => {
      const { status, html } = await page(await stage.get(`/enquiry/thanks?${query}`))
      expect(status).toBe(200)
      expect(html).not.toMatch(/<dd>|<script/)
    },
  )

  it('are said even when the CMS says nothing any more', async () => {
    stage.answer = requests => requests.socket.destroy()
    const { status, html } = await page(await stage.get('/enquiry/thanks?reference=Q7K2-9XWD'))
    expect([status, html.includes('Q7K2-9XWD')]).toEqual([200, true])
  })
})

/** The words of the site, and an answer to what is handed in. */
function serve(answer: RequestListener): void {
  stage.serve({ '/api/globals/site': site, '/api/globals/enquiry-section': enquirySection })
  const { answer: rest } = stage
  stage.answer = (requests, response) => {
    if (pathOf(requests) !== '/api/enquiries/submit')
      return rest(requests, response)
    let body = ''
    requests.on('data', chunk => body += chunk)
    requests.on('end', () => {
      handedIn.push({ key: requests.headers.authorization, enquiry: JSON.parse(body) })
      answer(requests, response)
    })
  }
}

/** Each test is somebody else, by what a proxy says. */
function post(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return stage.get('/enquiry', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `203.${visitor}.113.7`,
      ...headers,
    },
  })
}

async function page(response: Response) {
  return { status: response.status, headers: response.headers, html: await response.text() }
}
