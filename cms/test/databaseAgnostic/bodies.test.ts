import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { problems } from '../integration/harness/Session.ts'

const MB = 1_000_000

let cms: Cms
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
})
afterAll(() => cms.stop())

const login = (bytes: number) => JSON.stringify({ email: 'nobody@example.com', password: 'x'.repeat(bytes - 48) })

describe('a body of an anonymous visitor', () => {
  it('may have a megabyte', async () => {
    expect((await cms.stranger.send('POST', '/api/users/login', { body: login(0.99 * MB) })).status).toBe(401)
  })

  it.each([
    ['a sign-in', '/api/users/login', 'application/json'],
    ['a form', '/api/users/forgot-password', 'application/x-www-form-urlencoded'],
    ['a form with parts', '/api/posts', 'multipart/form-data; boundary=b'],
    ['an upload', '/api/media', 'multipart/form-data; boundary=b'],
    ['an unknown kind', '/api/posts', 'text/x-anything'],
    ['no kind', '/api/enquiries/submit', ''],
  ])('may not have more, as %s', async (_, path, type) => {
    const answer = await cms.stranger.send('POST', path, { body: login(1.1 * MB), headers: { 'content-type': type } })
    expect([answer.status, problems(answer)]).toEqual([
      413,
      'The request is larger than 1 MB, the most without signing in. Send less at once.',
    ])
  })

  it('may not have more as a query in a body', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-payload-http-method-override': 'GET' }
    expect(
      (await cms.stranger.send('POST', '/api/posts', { body: `where[title][equals]=${'x'.repeat(1.1 * MB)}`, headers }))
        .status,
    ).toBe(413)
  })

  it('may not have more with a token that is worth nothing', async () => {
    const headers = { authorization: 'JWT eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.AAAA' }
    expect((await cms.stranger.send('POST', '/api/posts', { body: login(1.1 * MB), headers })).status).toBe(413)
  })

  it.each([
    ['announces its length', { 'content-length': String(2000 * MB) }],
    ['does not say how long it is', {}],
  ])('is answered while it is still being sent, when it %s', async (_, headers) => {
    const { status, text, sentBytes } = await sendEndlessly('/api/users/login', {
      'content-type': 'application/json',
      ...headers,
    })
    expect([status, text]).toEqual([413, expect.stringContaining('larger than 1 MB')])
    // What the system holds between the two, and no more.
    expect(sentBytes).toBeLessThan(50 * MB)
  })
})

describe('a body of a user', () => {
  const headers = () => ({ authorization: `JWT ${editor.token}` })

  it('may have sixteen megabytes', async () => {
    const answer = await editor.send('POST', '/api/categories', {
      body: { title: 'Large', unknown: 'x'.repeat(15 * MB) },
    })
    expect(answer.status, answer.text.slice(0, 300)).toBe(201)
  })

  it('may have them in a form, as the admin sends one', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ title: 'Large too', unknown: 'x'.repeat(3 * MB) }))
    const response = await fetch(`${cms.url}/api/categories`, { method: 'POST', body: form, headers: headers() })
    expect(response.status, (await response.text()).slice(0, 300)).toBe(201)
  })

  it('may not have more', async () => {
    const answer = await editor.send('POST', '/api/categories', {
      body: { title: 'Too large', unknown: 'x'.repeat(16.1 * MB) },
    })
    expect([answer.status, problems(answer)]).toEqual([413, 'The request is larger than 16 MB. Send less at once.'])
  })

  it('may have one at the sign-in, as that of everybody', async () => {
    expect((await editor.send('POST', '/api/users/login', { body: login(1.1 * MB) })).status).toBe(413)
  })
})

it.each(
  [
    [
      'an upload that cannot be read',
      () => editor,
      '/api/media',
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="file"; filename="a\0b.png"\r\n\r\n`,
    ],
    [
      'a form that cannot be read',
      () => editor,
      '/api/categories',
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="a\0"\r\n\r\n`,
    ],
    ['what is too large', () => cms.stranger, '/api/users/login', 'application/json', ''],
    ['what has no route', () => cms.stranger, '/api/nothing', 'application/json', ''],
  ] as const,
)('the next request on the same connection is answered after %s', async (_, who, path, type, head) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const headers = { 'authorization': `JWT ${who().token}`, 'content-type': type }
  expect(await statusOf(request(cms.url + path, { method: 'POST', headers, agent }), head + 'x'.repeat(3 * MB)))
    .toBeOneOf([400, 404, 413])
  expect(await statusOf(request(`${cms.url}/api/posts?limit=1`, { agent }))).toBe(200)
  agent.destroy()
})

it('the CMS goes on after all of it', async () => {
  expect((await cms.stranger.send('GET', '/readyz')).status).toBe(200)
  expect(cms.output.join('\n')).not.toMatch(/ECONNRESET| {4}at /)
})

async function statusOf(sending: ClientRequest, body = ''): Promise<number | undefined> {
  sending.end(body)
  const [response] = await once(sending, 'response') as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  return response.statusCode
}

/** Sends a body that has no end, until there is an answer. */
async function sendEndlessly(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number, text: string, sentBytes: number }> {
  const sending = request(cms.url + path, { method: 'POST', headers })
  const answered = once(sending, 'response')
  // The answer tells; that the connection ends under what is still being sent is no news.
  sending.on('error', () => {})
  const isAnswered = answered.then(() => true)
  const piece = Buffer.alloc(MB / 10, ' ')
  let sentBytes = 0
  do {
    sentBytes += piece.byteLength
    if (!sending.write(piece))
      await Promise.race([once(sending, 'drain'), answered])
  }
  while (sentBytes < 200 * MB && !await Promise.race([isAnswered, setImmediate(false)]))
  const [response] = await answered as [IncomingMessage]
  let text = ''
  for await (const chunk of response)
    text += chunk
  sending.destroy()
  return { status: response.statusCode!, text, sentBytes }
}
