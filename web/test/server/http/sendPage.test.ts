import type { AddressInfo } from 'node:net'
import { createServer, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendPage } from '../../../server/http/sendPage'
import { page } from '../page-cache/page'

const WORDS = 'A page that is long enough to be worth compressing. '.repeat(50)
let server: ReturnType<typeof createServer>

beforeAll(async () => {
  const [found, missing] = [await page(WORDS), await page('Not here', 404)]
  server = createServer((request, response) => sendPage(request, response, request.url === '/' ? found : missing))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())

/** The bare answer: `fetch` would ask for and undo compression by itself. */
function ask(headers: Record<string, string> = {}, { method = 'GET', path = '/' } = {}) {
  const { port } = server.address() as AddressInfo
  return new Promise<{ status: number, headers: NodeJS.Dict<string | string[]>, length: number }>((resolve, reject) => {
    request({ port, path, method, headers, host: '127.0.0.1' }, (answer) => {
      let length = 0
      answer.on('data', (part: Uint8Array) => length += part.length).on(
        'end',
        () => resolve({ status: answer.statusCode!, headers: answer.headers, length }),
      )
    }).on('error', reject).end()
  })
}

describe('a cached page', () => {
  it('comes in the form that the reader takes, each with an ETag of its own', async () => {
    const answers = await Promise.all(['br, gzip', 'identity'].map(encoding => ask({ 'accept-encoding': encoding })))
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(['gzip', undefined])
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(2)
    expect(answers[1]!.length).toBe(WORDS.length)
    for (const { headers, length, status } of answers) {
      expect(status).toBe(200)
      expect(headers).toMatchObject({
        'vary': 'Accept-Encoding',
        'cache-control': 'public, max-age=0, stale-if-error=604800',
        'x-frame': 'kept',
        'content-length': String(length),
      })
    }
  })

  it('is not sent to who has it', async () => {
    const { headers: { etag } } = await ask({ 'accept-encoding': 'gzip' })
    for (const condition of [String(etag), `W/${String(etag)}`, `"other", ${String(etag)}`, '*']) {
      expect(await ask({ 'accept-encoding': 'gzip', 'if-none-match': condition })).toMatchObject({
        status: 304,
        length: 0,
      })
    }
    expect((await ask({ 'accept-encoding': 'identity', 'if-none-match': String(etag) })).status).toBe(200)
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('is described without being sent', async () => {
    expect(await ask({}, { method: 'HEAD' })).toMatchObject({
      status: 200,
      length: 0,
      headers: { 'content-length': String(WORDS.length) },
    })
  })
})

it('lets no browser cache that there is no page', async () => {
  expect(await ask({ 'if-none-match': '*' }, { path: '/other' })).toMatchObject({
    status: 404,
    headers: { 'cache-control': 'no-store' },
  })
})
