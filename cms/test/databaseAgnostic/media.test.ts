import type { Media } from '@masthead/shared/payload-types'
import type { Cms } from '../integration/harness/cms.ts'
import type { Answer, Session, Upload } from '../integration/harness/Session.ts'
import { Buffer } from 'node:buffer'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { picture } from '../integration/harness/picture.ts'

let cms: Cms
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
})
afterAll(() => cms.stop())

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe('what is uploaded', () => {
  // On a machine that is busy with other tests, a picture waits longest.
  it('keeps nobody from reading and writing while its sizes are made', { timeout: 180_000 }, async () => {
    const upload = await plain(3000, 3000)
    const uploading = editor.send('POST', '/api/media', { file: upload, body: { alt: 'x' } })
    const answered: string[] = []
    for (let number = 1; answered.at(-1) !== 'picture'; number++) {
      await editor.create('categories', { title: `While a picture is made ${number}` })
      answered.push(await Promise.race([uploading.then(() => 'picture'), editor.find('media').then(() => 'others')]))
      // Else this would keep the picture from its turn.
      await sleep(20)
    }
    expect((await uploading).status).toBe(201)
    expect(answered.filter(first => first === 'others').length).toBeGreaterThan(10)
  })

  it.runIf(process.platform === 'linux')(
    'is refused by its name, and nothing of it is stored, when the process that decodes it dies',
    async () => {
      const before = [await files(), await editor.count('media')]
      const answer = editor.send('POST', '/api/media', {
        file: { ...await plain(3000, 3000), name: 'fatal.avif' },
        body: { alt: 'x' },
      })
      await expect.poll(pictureProcesses).toHaveLength(1)
      const [pid] = await pictureProcesses()
      process.kill(pid!, 'SIGKILL')
      const { status, body } = await answer as Answer<{ errors: { message: string }[] }>
      expect([status, body.errors]).toEqual([503, [{
        message: '“fatal.avif” could not be processed: the process for pictures ended (SIGKILL). Try again.',
      }]])
      expect([await files(), await editor.count('media')]).toEqual(before)
      await editor.upload(await picture())
    },
  )

  it('leaves nothing behind when it is refused', async () => {
    const before = await files()
    await editor.send('POST', '/api/media', {
      file: { name: 'drawing.png', type: 'image/png', bytes: Buffer.from(SVG) },
      body: { alt: 'x' },
    })
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
    const filenames = made.flatMap((
      { filename, sizes },
    ) => [...new Set([filename, ...Object.values(sizes ?? {}).flatMap(size => size?.filename ?? [])])])
    expect(new Set(filenames).size).toBe(filenames.length)
    for (const { filename, sizes } of made) {
      for (const name of [filename!, sizes!.w480avif!.filename!])
        expect((await fetchFile(name)).status).toBe(200)
    }
  })

  it('under one name by several at once gets as many names', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        editor.send<{ doc: Media }>('POST', '/api/media', {
          file: await picture({ name: 'at-once.png', width: 20 + index }),
          body: { alt: 'x' },
        })),
    )
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
    const answer = await editor.send<{ doc: Media }>('POST', '/api/media', {
      file: await picture({ name }),
      body: { alt: 'x' },
    })
    if (answer.status !== 201) {
      expect(answer.status, answer.text).toBe(400)
      return
    }
    const { filename } = answer.body.doc
    expect(filename).not.toMatch(/[/\\]/)
    expect(await files()).toContain(filename)
    expect((await fetchFile(filename!)).status).toBe(200)
  })
})

describe('the address of a picture', () => {
  it('changes with its bytes, and with how it is cut, and with nothing else', async () => {
    const made = await editor.upload(await picture({ width: 1300, height: 900 }))
    expect(made.hash).toMatch(/^[0-9a-f]{16}$/)
    const renamed = await editor.update('media', made.id, { alt: 'Another text' })
    expect(renamed.hash).toBe(made.hash)

    const share = await bytesOf(made.sizes!.share!.filename!)
    const { body: { doc: moved } } = await editor.send<{ doc: Media }>('PATCH', `/api/media/${made.id}`, {
      query: { uploadEdits: { focalPoint: { x: 5, y: 5 } } },
      body: { focalX: 5, focalY: 5 },
    })
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
    const { body: { doc } } = await editor.send<{ doc: Media }>('PATCH', `/api/media/${made.id}`, {
      file: await picture({ name: 'after.png', width: 50 }),
      body: {},
    })
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
})

/** The ids of the processes that decode pictures for the CMS. */
async function pictureProcesses(): Promise<number[]> {
  const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const lines = await Promise.all(
    ids.map(async id =>
      [
        id,
        await readFile(`/proc/${id}/stat`, 'utf8').catch(() => ''),
        await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => ''),
      ] as const,
    ),
  )
  return lines.filter(([, stat, command]) =>
    stat.split(') ')[1]?.split(' ')[1] === String(cms.pid) && command.includes('pictureProgram'),
  ).map(([id]) => Number(id))
}

/** A picture of one colour, whose file is small however large it is. */
async function plain(width: number, height: number): Promise<Upload> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: 'teal' } }).avif({ effort: 0 }).toBuffer()
  return { name: `plain-${width}.avif`, type: 'image/avif', bytes }
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
