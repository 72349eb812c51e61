import type { Media } from '@masthead/shared/payload-types'
import type { Cms } from './harness/cms.ts'
import type { Session, Upload } from './harness/Session.ts'
import { Buffer } from 'node:buffer'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { picture } from './harness/picture.ts'
import { problems } from './harness/Session.ts'

let cms: Cms
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
})
afterAll(() => cms.stop())

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const HTML = '<!doctype html><script>alert(1)</script>'

describe('what is uploaded', () => {
  it('is cut to sizes in AVIF and WebP, none larger than the picture itself', async () => {
    const { sizes } = await editor.upload(await picture({ width: 1000, height: 500 }))
    const made = Object.entries(sizes ?? {}).filter(([, size]) => size?.filename)
    expect(made.map(([name, size]) => [name, size!.mimeType, size!.width])).toEqual(expect.arrayContaining([
      ['w160webp', 'image/webp', 160],
      ['w160avif', 'image/avif', 160],
      ['w480webp', 'image/webp', 480],
      ['w480avif', 'image/avif', 480],
      ['w960webp', 'image/webp', 960],
      ['w960avif', 'image/avif', 960],
    ]))
    expect(made.every(([, size]) => size!.width! <= 1200)).toBe(true)
    for (const [, size] of made) {
      const { status, headers } = await fetchFile(size!.filename!)
      expect([status, headers.get('content-type')]).toEqual([200, size!.mimeType])
    }
  })

  it.each(['gif', 'jpeg', 'png', 'webp'] as const)('may be a %s', async (format) => {
    const { mimeType, width, height } = await editor.upload(await picture({ format }))
    expect([mimeType, width, height]).toEqual([`image/${format}`, 120, 80])
  })

  it.each<[string, Upload]>([
    ['SVG', file('drawing.svg', 'image/svg+xml', SVG)],
    ['SVG that says it is PNG', file('drawing.png', 'image/png', SVG)],
    ['SVG after an XML declaration that says it is PNG', file('drawing.png', 'image/png', `<?xml version="1.0"?>${SVG}`)],
    ['HTML', file('page.html', 'text/html', HTML)],
    ['HTML that says it is JPEG', file('page.jpg', 'image/jpeg', HTML)],
    ['a program', file('run.exe', 'application/x-msdownload', 'MZ\x90\0')],
    ['a PDF that says it is PNG', file('paper.png', 'image/png', '%PDF-1.7')],
    ['nothing', file('empty.png', 'image/png', '')],
    ['the beginning of a PNG and then a page', file('both.png', 'image/png', `\x89PNG\r\n\x1A\n${HTML}`)],
    ['the beginning of a GIF and then a page', file('both.gif', 'image/gif', `GIF89a${HTML}`)],
  ])('may not be %s', async (_, upload) => {
    const answer = await editor.send('POST', '/api/media', { file: upload, body: { alt: 'x' } })
    expect(answer.status, answer.text).toBe(400)
  })

  it.each([
    ['site.html', 'png', 'site.png'],
    ['no-ending', 'png', 'no-ending.png'],
    ['tool.exe', 'webp', 'tool.webp'],
    ['another.jpg', 'png', 'another.png'],
    ['one.JPEG', 'jpeg', 'one.jpeg'],
    ['CON.png', 'png', 'con-picture.png'],
    ['lpt1.gif', 'gif', 'lpt1-picture.gif'],
    ['.png', 'png', 'png.png'],
  ] as const)('under the name %s, being %s, is stored and served as %s', async (name, format, stored) => {
    const { filename } = await editor.upload({ ...await picture({ format }), name })
    expect(filename).toBe(stored)
    const { status, headers } = await fetchFile(stored)
    expect([status, headers.get('content-type')]).toEqual([200, `image/${format}`])
  })

  it('may be no more than 12 MB, and is read to its end before that is said', async () => {
    for (const size of [12_000_001, 12_500_000, 40_000_000]) {
      const answer = await editor.send('POST', '/api/media', { file: { ...await picture(), name: 'large.png', bytes: Buffer.alloc(size) }, body: { alt: 'x' } })
      expect([answer.status, problems(answer)]).toEqual([413, '“large.png” is larger than 12 MB. Make it smaller and try again.'])
    }
  })

  it('is refused as another file of one that there is, too, when it is larger than 12 MB', async () => {
    const { id, hash } = await editor.upload(await picture())
    const answer = await editor.send('PATCH', `/api/media/${id}`, { file: { ...await picture(), name: 'large.png', bytes: Buffer.alloc(12_500_000) }, body: { alt: 'x' } })
    expect([answer.status, problems(answer)]).toEqual([413, '“large.png” is larger than 12 MB. Make it smaller and try again.'])
    expect((await editor.get('media', id)).hash).toBe(hash)
  })

  it('leaves nothing behind when it is refused', async () => {
    const before = await files()
    await editor.send('POST', '/api/media', { file: file('drawing.png', 'image/png', SVG), body: { alt: 'x' } })
    await editor.send('POST', '/api/media', { file: await picture({ name: 'without-alt.png' }), body: {} })
    expect(await files()).toEqual(before)
  })

  it('under a name that is taken gets another, and its own bytes', async () => {
    const first = await editor.upload(await picture({ name: 'same.png', width: 30 }))
    const second = await editor.upload(await picture({ name: 'same.png', width: 60 }))
    expect(second.filename).not.toBe(first.filename)
    for (const { filename, width } of [first, second])
      expect((await sharp(await bytesOf(filename!)).metadata()).width).toBe(width)
  })

  it.each([
    ['but for its ending', ['ending.png', 'ending.jpeg', 'Ending.WEBP']],
    ['by a size of another', ['wide.png', 'wide-480x274.webp', 'wide-480x274.png']],
    ['and numbered', ['number.png', 'number.png', 'number-2.jpeg']],
  ])('under a name that is taken %s shares no file with the other', async (_, names) => {
    const made = []
    for (const name of names)
      made.push(await editor.upload(await picture({ name, width: 700, height: 400 })))
    // Sizes that come out the same are one file.
    const filenames = made.flatMap(({ filename, sizes }) => [...new Set([filename, ...Object.values(sizes ?? {}).flatMap(size => size?.filename ?? [])])])
    expect(new Set(filenames).size).toBe(filenames.length)
    for (const { filename, sizes } of made) {
      for (const name of [filename!, sizes!.w480avif!.filename!])
        expect((await fetchFile(name)).status).toBe(200)
    }
  })

  it('under one name by several at once gets as many names', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, async (_, index) =>
      editor.send<{ doc: Media }>('POST', '/api/media', { file: await picture({ name: 'at-once.png', width: 20 + index }), body: { alt: 'x' } })))
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
    const done = made.map(({ body }) => body.doc)
    expect(new Set(done.map(({ filename }) => filename)).size).toBe(made.length)
    for (const { filename, width } of done)
      expect((await sharp(await bytesOf(filename!)).metadata()).width, filename!).toBe(width)
  })

  it.each([
    '../../../etc/passwd.png',
    '..\\..\\windows.png',
    'Ünïcödé – größe 50%.png',
    'spaces and "quotes".png',
    '<img src=x onerror=alert(1)>.png',
    '.hidden.png',
    `${'long'.repeat(80)}.png`,
    '中文.png',
  ])('may have an odd name, and stays where it belongs: %s', async (name) => {
    const answer = await editor.send<{ doc: Media }>('POST', '/api/media', { file: await picture({ name }), body: { alt: 'x' } })
    if (answer.status !== 201) {
      expect(answer.status, answer.text).toBe(400)
      return
    }
    const { filename } = answer.body.doc
    expect(filename).not.toMatch(/[/\\]/)
    expect(await files()).toContain(filename)
    expect((await fetchFile(filename!)).status).toBe(200)
  })

  it('cannot be fetched from another address by the CMS', async () => {
    const writer = await cms.as('writer')
    for (const url of [`${cms.url}/healthz`, 'http://127.0.0.1:1/x.png', 'file:///etc/passwd']) {
      const answer = await writer.send('POST', '/api/media', { body: { alt: 'x', url, filename: 'stolen.png' } })
      expect(answer.status, url).toBeGreaterThanOrEqual(400)
      expect((await writer.send('GET', '/api/media/paste-url', { query: { src: url } })).status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('where a picture was taken', () => {
  it('is told by none of the sizes that readers get, nor by the original', async () => {
    const drawing = await picture({ format: 'jpeg', width: 1300, height: 900 })
    const bytes = await sharp(drawing.bytes).withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } }).jpeg().toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const { filename, sizes } = await editor.upload({ ...drawing, bytes })
    const names = [filename!, ...Object.values(sizes ?? {}).flatMap(size => size?.filename ?? [])]
    expect(names.length).toBeGreaterThan(4)
    for (const name of names)
      expect((await sharp(await bytesOf(name)).metadata()).exif, name).toBeUndefined()
  })

  it('does not turn it: a picture that was taken sideways stands upright', async () => {
    const drawing = await picture({ format: 'jpeg', width: 120, height: 80 })
    const bytes = await sharp(drawing.bytes).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { filename, width, height } = await editor.upload({ ...drawing, bytes })
    const { width: drawn, height: tall } = await sharp(await bytesOf(filename!)).metadata()
    expect([width, height]).toEqual([80, 120])
    expect([drawn, tall]).toEqual([80, 120])
  })
})

describe('the address of a picture', () => {
  it('changes with its bytes, and with how it is cut, and with nothing else', async () => {
    const made = await editor.upload(await picture({ width: 1300, height: 900 }))
    expect(made.hash).toMatch(/^[0-9a-f]{16}$/)
    const renamed = await editor.update('media', made.id, { alt: 'Another text' })
    expect(renamed.hash).toBe(made.hash)

    const share = await bytesOf(made.sizes!.share!.filename!)
    const { body: { doc: moved } } = await editor.send<{ doc: Media }>('PATCH', `/api/media/${made.id}`, { query: { uploadEdits: { focalPoint: { x: 5, y: 5 } } }, body: { focalX: 5, focalY: 5 } })
    expect(moved.hash).not.toBe(made.hash)
    expect((await bytesOf(moved.sizes!.share!.filename!)).equals(share)).toBe(false)
  })

  it('is the same for the same bytes', async () => {
    const upload = await picture({ width: 77 })
    const [one, other] = [await editor.upload(upload), await editor.upload(upload)]
    expect(one.hash).toBe(other.hash)
  })

  it('cannot be chosen by hand', async () => {
    const made = await editor.upload(await picture(), { alt: 'x', hash: 'chosen' })
    expect(made.hash).not.toBe('chosen')
    expect((await editor.update('media', made.id, { hash: 'chosen' })).hash).toBe(made.hash)
  })

  it('changes when the file is replaced, and the old file is gone', async () => {
    const made = await editor.upload(await picture({ name: 'before.png', width: 40 }))
    const { body: { doc } } = await editor.send<{ doc: Media }>('PATCH', `/api/media/${made.id}`, { file: await picture({ name: 'after.png', width: 50 }), body: {} })
    expect(doc).toMatchObject({ id: made.id, width: 50 })
    expect(doc.hash).not.toBe(made.hash)
    expect(await files()).not.toContain('before.png')
  })
})

describe('a picture for readers', () => {
  it('is there for everybody from the moment it is uploaded', async () => {
    const { id, filename } = await editor.upload(await picture())
    expect((await cms.stranger.get('media', id)).alt).toBe('A test picture')
    expect((await fetchFile(filename!)).status).toBe(200)
  })

  it('is not served from the trash, in no size, and is again when it comes back', async () => {
    const { id, filename, sizes } = await editor.upload(await picture({ width: 700 }))
    await editor.trash('media', id)
    for (const name of [filename!, sizes!.w480webp!.filename!])
      expect((await fetchFile(name)).status).toBe(403)
    await editor.restore('media', id)
    expect((await fetchFile(filename!)).status).toBe(200)
  })

  it('leaves no file behind when it is deleted', async () => {
    const { id } = await editor.upload(await picture({ name: 'to-delete.png', width: 700 }))
    await editor.delete('media', id)
    expect((await files()).filter(name => name.startsWith('to-delete'))).toEqual([])
  })

  it('is the only thing served from where pictures are kept', async () => {
    for (const name of ['../masthead.db', '..%2Fmasthead.db', '%2e%2e%2fmasthead.db', '....//masthead.db', '/etc/passwd', 'nothing.png'])
      expect((await cms.stranger.send('GET', `/api/media/file/${name}`)).status, name).toBeGreaterThanOrEqual(300)
  })
})

function file(name: string, type: string, content: string): Upload {
  return { name, type, bytes: Buffer.from(content, 'latin1') }
}

function fetchFile(filename: string) {
  return fetch(`${cms.url}/api/media/file/${encodeURIComponent(filename)}`)
}

async function bytesOf(filename: string): Promise<Buffer> {
  return Buffer.from(await (await fetchFile(filename)).arrayBuffer())
}

async function files(): Promise<string[]> {
  return readdir(join(cms.dataDir, 'media'))
}
