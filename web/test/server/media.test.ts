import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { media } from '../fixtures'
import { pathOf, Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open()
})

beforeEach(() => {
  stage.asked.length = 0
  stage.answer = (request, response) => {
    if (pathOf(request).startsWith('/api/media/file/'))
      response.writeHead(200, { 'content-type': 'image/webp', 'set-cookie': 'a=b' }).end('bytes')
    else
      response.end(JSON.stringify({ docs: request.url!.includes(media.hash!) ? [media] : [] }))
  }
})

afterAll(() => stage[Symbol.asyncDispose]())

it('hands on the bytes of a picture in the size named, to be kept for ever', async () => {
  const response = await stage.get('/media/0123456789abcdef/a%20curve-480x320.webp?width=9999')
  expect(await response.text()).toBe('bytes')
  expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' })
  expect(response.headers.has('set-cookie')).toBe(false)
  expect(stage.asked.at(-1)).toBe('/api/media/file/a curve-480x320.webp')
})

it('knows a picture whose bytes were uploaded twice by either name', async () => {
  const { answer } = stage
  stage.answer = (request, response) => pathOf(request) === '/api/media'
    ? void response.end(JSON.stringify({ docs: [{ ...media, id: 'media-2', filename: 'a curve-2.png', sizes: {} }, media] }))
    : answer(request, response)
  for (const name of ['a%20curve-2.png', 'a%20curve.png'])
    expect((await stage.get(`/media/0123456789abcdef/${name}`)).status, name).toBe(200)
})

it('answers HEAD like GET, without the bytes', async () => {
  const response = await stage.get('/media/0123456789abcdef/a%20curve.png', { method: 'HEAD' })
  expect([response.status, response.headers.get('content-type'), response.headers.get('content-length'), await response.text()]).toEqual([200, 'image/png', '5', ''])
})

it.each([
  ['another picture’s content', '/media/fedcba9876543210/a%20curve.png'],
  ['a name that is not among its files', '/media/0123456789abcdef/other.png'],
])('does not know %s', async (_, path) => {
  const response = await stage.get(path)
  expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
})

it.each([
  '/media/0123456789abcdef/..%2F..%2Fusers.png',
  '/media/0123456789abcdef/%2e%2e%2fusers.png',
  '/media/0123456789abcdef/..%5Cusers.png',
  '/media/0123456789abcdef/.hidden.png',
  '/media/0123456789abcdef/a%00.png',
  '/media/0123456789abcdef/a%0D%0AX-Evil:1.png',
  '/media/0123456789abcdef/a.svg',
  '/media/0123456789abcdef/a',
  '/media/..%2f..%2f/a.png',
  '/media/0123456789ABCDEF/a.png',
  '/media/%E0%A4%A/a.png',
])('asks the CMS nothing for %s', async (path) => {
  expect((await stage.get(path)).status).toBe(404)
  expect(stage.asked.filter(path => path.startsWith('/api/media'))).toEqual([])
})

it('hands on nothing but pictures', async () => {
  stage.answer = (request, response) => pathOf(request).startsWith('/api/media/file/')
    ? response.writeHead(200, { 'content-type': 'text/html' }).end('<script>')
    : response.end(JSON.stringify({ docs: [media] }))
  expect((await stage.get('/media/0123456789abcdef/a%20curve.png')).status).toBe(503)
})

it('says that a picture will be back when the CMS cannot give it', async () => {
  stage.answer = (request, response) => pathOf(request).startsWith('/api/media/file/') ? request.socket.destroy() : response.end(JSON.stringify({ docs: [media] }))
  const response = await stage.get('/media/0123456789abcdef/a%20curve.png')
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
})
