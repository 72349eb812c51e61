import type { Cms } from '../integration/harness/cms.ts'
import type { Session, Upload } from '../integration/harness/Session.ts'
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { picture } from '../integration/harness/picture.ts'
import { problems } from '../integration/harness/Session.ts'

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
    [
      'SVG after an XML declaration that says it is PNG',
      file('drawing.png', 'image/png', `<?xml version="1.0"?>${SVG}`),
    ],
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

  it.each(
    [
      ['site.html', 'png', 'site.png'],
      ['no-ending', 'png', 'no-ending.png'],
      ['tool.exe', 'webp', 'tool.webp'],
      ['another.jpg', 'png', 'another.png'],
      ['one.JPEG', 'jpeg', 'one.jpeg'],
      ['CON.png', 'png', 'con-picture.png'],
      ['lpt1.gif', 'gif', 'lpt1-picture.gif'],
      ['.png', 'png', 'png.png'],
    ] as const,
  )('under the name %s, being %s, is stored and served as %s', async (name, format, stored) => {
    const { filename } = await editor.upload({ ...await picture({ format }), name })
    expect(filename).toBe(stored)
    const { status, headers } = await fetchFile(stored)
    expect([status, headers.get('content-type')]).toEqual([200, `image/${format}`])
  })

  it('may be no more than 12 MB, and is read to its end before that is said', async () => {
    for (const size of [12_000_001, 12_500_000, 40_000_000]) {
      const answer = await editor.send('POST', '/api/media', {
        file: { ...await picture(), name: 'large.png', bytes: Buffer.alloc(size) },
        body: { alt: 'x' },
      })
      expect([answer.status, problems(answer)]).toEqual([
        413,
        '“large.png” is larger than 12 MB. Make it smaller and try again.',
      ])
    }
  })

  it('is refused as another file of one that there is, too, when it is larger than 12 MB', async () => {
    const { id, hash } = await editor.upload(await picture())
    const answer = await editor.send('PATCH', `/api/media/${id}`, {
      file: { ...await picture(), name: 'large.png', bytes: Buffer.alloc(12_500_000) },
      body: { alt: 'x' },
    })
    expect([answer.status, problems(answer)]).toEqual([
      413,
      '“large.png” is larger than 12 MB. Make it smaller and try again.',
    ])
    expect((await editor.get('media', id)).hash).toBe(hash)
  })

  it.each(
    [
      [8000, 6251, '51 megapixels (8000 × 6251)'],
      [16_000, 16_000, '256 megapixels (16000 × 16000)'],
    ] as const,
  )('may have no more than 50 megapixels, as PNG of %i × %i', async (width, height, told) => {
    const upload = await plain(width, height)
    const answer = await editor.send('POST', '/api/media', { file: upload, body: { alt: 'x' } })
    expect([answer.status, problems(answer)]).toEqual([
      413,
      `“${upload.name}” has ${told}, more than 50. Make it smaller and try again.`,
    ])
    const { id } = await editor.upload(await picture())
    expect((await editor.send('PATCH', `/api/media/${id}`, { file: upload, body: { alt: 'x' } })).status).toBe(413)
  })

  it('may have no more than 50 megapixels in all of its frames', async () => {
    const frames = await sharp(
      await sharp({ create: { width: 1000, height: 1000 * 51, channels: 3, background: 'teal' } }).raw().toBuffer(),
      { raw: { width: 1000, height: 1000 * 51, channels: 3, pageHeight: 1000 } },
    ).gif({ keepDuplicateFrames: true, colours: 2, effort: 1 }).toBuffer()
    const answer = await editor.send('POST', '/api/media', {
      file: { name: 'film.gif', type: 'image/gif', bytes: frames },
      body: { alt: 'x' },
    })
    expect([answer.status, problems(answer)]).toEqual([
      413,
      '“film.gif” has 51 megapixels in 51 frames (1000 × 1000), more than 50. Make it smaller and try again.',
    ])
  })

  it('cannot be fetched from another address by the CMS', async () => {
    const writer = await cms.as('writer')
    for (
      const url of [`${cms.url}/healthz`, 'http://127.0.0.1:1/x.png', 'https://example.com/x.png', 'file:///etc/passwd']
    ) {
      const answer = await writer.send('POST', '/api/media', { body: { alt: 'x', url, filename: 'stolen.png' } })
      expect([answer.status, problems(answer)], url).toEqual([
        400,
        expect.stringContaining('Choose a picture. The CMS fetches none from an address.'),
      ])
      expect((await writer.send('GET', '/api/media/paste-url', { query: { src: url } })).status).toBeGreaterThanOrEqual(
        400,
      )
    }
  })
})

describe('where a picture was taken', () => {
  it('is told by none of the sizes that readers get, nor by the original', async () => {
    const drawing = await picture({ format: 'jpeg', width: 1300, height: 900 })
    const bytes = await sharp(drawing.bytes).withExif({
      IFD0: { Artist: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    }).jpeg().toBuffer()
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

describe('a picture for readers', () => {
  it('is the only thing served from where pictures are kept', async () => {
    for (
      const name of [
        '../masthead.db',
        '..%2Fmasthead.db',
        '%2e%2e%2fmasthead.db',
        '....//masthead.db',
        '/etc/passwd',
        'nothing.png',
      ]
    )
      expect((await cms.stranger.send('GET', `/api/media/file/${name}`)).status, name).toBeGreaterThanOrEqual(300)
  })
})

/** A picture of one colour, whose file is small however large it is. */
async function plain(width: number, height: number): Promise<Upload> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: 'teal' } }).png().toBuffer()
  return { name: `plain-${width}.png`, type: 'image/png', bytes }
}

function file(name: string, type: string, content: string): Upload {
  return { name, type, bytes: Buffer.from(content, 'latin1') }
}

function fetchFile(filename: string) {
  return fetch(`${cms.url}/api/media/file/${encodeURIComponent(filename)}`)
}

async function bytesOf(filename: string): Promise<Buffer> {
  return Buffer.from(await (await fetchFile(filename)).arrayBuffer())
}
