import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { media } from '../fixtures'
import { pathOf, Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open()
})

beforeEach(() => {
  stage.requests.length = 0
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
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect(response.headers.has('set-cookie')).toBe(false)
  expect(stage.requests.at(-1)).toBe('/api/media/file/a curve-480x320.webp')
})

it('knows a picture whose bytes were uploaded twice by either name', async () => {
  const { answer } = stage
  stage.answer = (request, response) =>
    pathOf(request) === '/api/media'
      ? void response.end(
        JSON.stringify({ docs: [{ ...media, id: 'media-2', filename: 'a curve-2.png', sizes: {} }, media] }),
      )
      : answer(request, response)
  for (const name of ['a%20curve-2.png', 'a%20curve.png'])
    expect((await stage.get(`/media/0123456789abcdef/${name}`)).status, name).toBe(200)
})

it('answers HEAD like GET, without the bytes', async () => {
  const response = await stage.get('/media/0123456789abcdef/a%20curve.png', { method: 'HEAD' })
  expect([
    response.status,
    response.headers.get('content-type'),
    response.headers.get('content-length'),
    await response.text(),
  ]).toEqual([200, 'image/png', '5', ''])
})

it('says that a reader has a picture already', async () => {
  const address = '/media/0123456789abcdef/a%20curve.png'
  const etag = (await stage.get(address)).headers.get('etag')!
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const response = await stage.get(address, { headers: { 'if-none-match': known } })
    expect([response.status, response.headers.get('etag'), await response.text()], known).toEqual([304, etag, ''])
  }
})

it.each([
  ['bytes=0-1', 206, 'bytes 0-1/5', 'by'],
  ['bytes=2-', 206, 'bytes 2-4/5', 'tes'],
  ['bytes=-2', 206, 'bytes 3-4/5', 'es'],
  ['bytes=-9', 206, 'bytes 0-4/5', 'bytes'],
  ['bytes=4-99', 206, 'bytes 4-4/5', 's'],
  ['bytes=5-', 416, 'bytes */5', ''],
  ['bytes=-0', 416, 'bytes */5', ''],
  ['bytes=3-1', 200, null, 'bytes'],
  ['bytes=0-1,3-4', 200, null, 'bytes'],
  ['pages=1-2', 200, null, 'bytes'],
])('gives the part of a picture that %s asks for', async (range, status, contentRange, text) => {
  const response = await stage.get('/media/0123456789abcdef/a%20curve.png', { headers: { range } })
  expect([
    response.status,
    response.headers.get('content-range'),
    response.headers.get('content-length'),
    await response.text(),
  ]).toEqual([status, contentRange, String(text.length), text])
})

it('gives the whole of a picture to whoever has a part of another', async () => {
  const response = await stage.get('/media/0123456789abcdef/a%20curve.png', {
    headers: { 'range': 'bytes=0-1', 'if-range': '"other"' },
  })
  expect(response.status).toBe(200)
})

it('takes nothing', async () => {
  const response = await stage.get('/media/0123456789abcdef/a%20curve.png', { method: 'POST', body: 'a=b' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
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
  expect(stage.requests.filter(path => path.startsWith('/api/media'))).toEqual([])
})

it('hands on nothing but pictures', async () => {
  stage.answer = (request, response) =>
    pathOf(request).startsWith('/api/media/file/')
      ? response.writeHead(200, { 'content-type': 'text/html' }).end('<script>')
      : response.end(JSON.stringify({ docs: [media] }))
  expect((await stage.get('/media/0123456789abcdef/a%20curve.png')).status).toBe(503)
})

it('says that a picture will be back when the CMS cannot give it', async () => {
  stage.answer = (request, response) =>
    pathOf(request).startsWith('/api/media/file/')
      ? request.socket.destroy()
      : response.end(JSON.stringify({ docs: [media] }))
  const response = await stage.get('/media/0123456789abcdef/a%20curve.png')
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
})
