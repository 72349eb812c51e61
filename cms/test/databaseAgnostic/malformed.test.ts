import type { Cms } from '../integration/harness/cms.ts'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'

let cms: Cms
beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

/** Sends lines as they stand, which `fetch` would mend or refuse. */
async function sendRaw(line: string): Promise<{ status: number, head: string, body: string }> {
  const { hostname, port } = new URL(cms.url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.setEncoding('utf8').on('data', data => answer += data)
  socket.write(`${line} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`)
  await once(socket, 'close')
  const [head = '', body = ''] = answer.split(/\r\n\r\n([\s\S]*)/)
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]), head, body }
}

/** How many lines the log gets meanwhile. */
async function linesOf(action: () => Promise<unknown>): Promise<string[]> {
  const from = cms.output.length
  await action()
  // The log comes by another way than the answer.
  await cms.stranger.send('GET', '/healthz')
  await new Promise(resolve => setTimeout(resolve, 200))
  return cms.output.slice(from)
}

const ESCAPES = ['%ZZ', '%', '%4', '%FF', '%C3%28', '%E0%80%AF']

describe.each([
  '/api/',
  '/api/posts/',
  '/api/media/file/',
  '/admin/',
  '/admin/collections/',
  '/admin/collections/posts/',
  '/',
])('an address that cannot be decoded, below %s', (folder) => {
  it.each(ESCAPES)('is refused for %s with 400, what is wrong, and at most one line of log', async (escape) => {
    const lines = await linesOf(async () => {
      const { status, head, body } = await sendRaw(`GET ${folder}${escape}`)
      expect([status, JSON.parse(body)]).toEqual([400, {
        errors: [{ message: expect.stringContaining('Write “%25” for the sign itself.') }],
      }])
      expect(head).toMatch(/^content-security-policy: default-src 'none'/im)
      expect(head).toMatch(/^x-content-type-options: nosniff/im)
    })
    expect(lines.length).toBeLessThanOrEqual(1)
  })
})

describe.each(['/api/posts', '/api/users/login', '/admin', '/admin/login', '/', '/healthz'])(
  'a method that there is not, at %s',
  (path) => {
    it.each(['TRACE', 'PROPFIND', 'SEARCH', 'PURGE', 'MKCOL', 'QUERY', 'M-SEARCH'])(
      'is refused with 405: %s',
      async (method) => {
        const lines = await linesOf(async () => {
          const { status, head } = await sendRaw(`${method} ${path}`)
          expect(status).toBe(405)
          expect(head).toMatch(/^allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS/im)
        })
        expect(lines.length).toBeLessThanOrEqual(1)
      },
    )
  },
)

describe('no first line makes the CMS fail, or fill its log', () => {
  const manyParameters = Array.from({ length: 2000 }, (_, index) => `p${index}=1`).join('&')
  it.each([
    ['an escape in a query', '/api/posts?where[title][equals]=%ZZ'],
    ['an escape in a query of the admin', '/admin/collections/posts?search=%ZZ'],
    ['an escape in the name of a parameter', '/api/posts?%FF=1'],
    ['2,000 parameters', `/api/posts?${manyParameters}`],
    ['2,000 parameters of the admin', `/admin/login?${manyParameters}`],
    ['a long path', `/api/${'x'.repeat(12_000)}`],
    ['a long path of the admin', `/admin/${'x'.repeat(12_000)}`],
    ['a path longer than Node takes', `/api/${'x'.repeat(20_000)}`],
    ['many segments', `/api/${'a/'.repeat(3000)}`],
    ['many segments of the admin', `/admin/${'a/'.repeat(3000)}`],
    ['two slashes', '//api/posts'],
    ['two slashes and a host', '//example.com/api/posts'],
    ['a backslash', '/\\example.com'],
    ['a NUL', '/admin/%00'],
    ['a slash that is escaped', '/admin/collections/%2F..%2Fposts'],
    ['a whole address', 'http://example.com/api/posts'],
    ['an address that is none', 'http://[/api/posts'],
    ['a host that is none', '//[/api/posts'],
    ['no slash', 'api/posts'],
    ['a fragment', '/api/posts#x'],
    ['dots', '/api/../../etc/passwd'],
  ])('%s', async (_, target) => {
    const lines = await linesOf(async () => {
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
        const { status } = await sendRaw(`${method} ${target}`)
        expect(status, method).toBeGreaterThanOrEqual(200)
        expect(status, method).toBeLessThan(500)
      }
    })
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(4)
  })

  it('an asterisk', async () => {
    expect((await sendRaw('OPTIONS *')).status).toBe(400)
  })
})
