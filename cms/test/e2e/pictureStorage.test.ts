import type { Media } from '@masthead/shared/payload-types'
import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics } from '../integration/harness/content.ts'
import { picture } from '../integration/harness/picture.ts'
import { runCli } from './harness/runCli.ts'
import { startWeb } from './harness/startWeb.ts'

const BUCKET = 'pictures'

let folder: string
let server: S3rver | undefined
let port: number
let cms: Cms
let web: Web
let editor: Session

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-bucket-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory: folder,
    silent: true,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  })
  port = (await server.run()).port
  // The only key that this server knows.
  cms = await startCms({
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_BUCKET: BUCKET,
    S3_REGION: 'eu-central-1',
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  })
  web = await startWeb(cms.url)
  editor = await cms.as('editor')
})

afterAll(async () => {
  await web?.stop()
  await cms?.stop()
  await closeServer()
  await rm(folder, { recursive: true, force: true })
})

describe('a picture in a bucket', () => {
  it('is in no folder of the CMS, and comes from the site’s own address in every size', async () => {
    const uploaded = await editor.upload(await picture({ width: 1000, height: 500 }))
    const names = namesOf(uploaded)
    expect(names.length).toBeGreaterThan(4)
    expect(await inBucket()).toEqual(expect.arrayContaining(names))
    expect(existsSync(join(cms.dataDir, 'media'))).toBe(false)
    for (const name of names) {
      const answer = await fetch(`${web.url}/media/${uploaded.hash}/${name}`)
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        200,
        expect.stringMatching(/^image\//),
        'public, max-age=31536000, immutable',
      ])
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
    }
  })

  it('is what was uploaded, byte for byte', async () => {
    const file = await picture({ width: 300, height: 200 })
    const { hash, filename } = await editor.upload(file)
    const served = await fetch(`${web.url}/media/${hash}/${filename}`).then(async answer =>
      new Uint8Array(await answer.arrayBuffer()),
    )
    expect(digest(served)).toBe(digest(file.bytes))
  })

  it('is on the page that shows it', async () => {
    const hero = await editor.upload(await picture({ width: 1000, height: 500 }))
    await editor.create('posts', {
      ...article(await makeBasics(editor), { title: 'With a picture', hero: hero.id }),
      _status: 'published',
    })
    const html = await fetch(`${web.url}/blog/with-a-picture`).then(answer => answer.text())
    const [shown] = new RegExp(`/media/${hero.hash}/[^ "]+`).exec(html) ?? []
    expect(shown, html).toBeDefined()
    expect((await fetch(web.url + shown!)).status).toBe(200)
  })

  it('is cut anew where its point of focus moves', async () => {
    const { id, hash } = await editor.upload(await picture({ width: 1500, height: 1500 }))
    const moved = await editor.update('media', id, { focalX: 10, focalY: 10 })
    expect(moved.hash).not.toBe(hash)
    for (const name of namesOf(moved))
      expect([name, (await fetch(`${web.url}/media/${moved.hash}/${name}`)).status]).toEqual([name, 200])
  })

  it('goes with its document', async () => {
    const { id, ...uploaded } = await editor.upload(await picture({ width: 600, height: 400 }))
    await editor.delete('media', id)
    const left = await inBucket()
    expect(namesOf(uploaded).filter(name => left.includes(name))).toEqual([])
  })

  it('is left out of a backup, which says so', async () => {
    const { code, said } = await runCli('backup', ['backup', join(cms.dataDir, 'backup')], cms)
    expect([code, said]).toEqual([0, expect.stringContaining('no pictures (they are in the bucket)')])
  })
})

// A single MongoDB server takes nothing back.
it.runIf(inject('mongodb') === null)('a picture that the bucket does not take is not there', async () => {
  await closeServer()
  await expectUntaken()
  // Nor is it where the bucket only listens.
  const mute = createServer().listen(port, '127.0.0.1')
  await once(mute, 'listening')
  await expectUntaken().finally(() => mute.close())
}, 90_000)

async function expectUntaken(): Promise<void> {
  const answer = await editor.send('POST', '/api/media', {
    file: await picture({ name: 'untaken.png' }),
    body: { alt: 'x' },
  })
  expect(answer.status).toBe(500)
  expect(await editor.count('media', { where: { filename: { like: 'untaken' } } })).toBe(0)
}

async function closeServer(): Promise<void> {
  await server?.close()
  server = undefined
}

function namesOf({ filename, sizes }: Pick<Media, 'filename' | 'sizes'>): string[] {
  return [filename, ...Object.values(sizes ?? {}).map(size => size?.filename)].filter(name => typeof name === 'string')
}

/** The server keeps an object as a file of its name, with another beside it that describes it. */
async function inBucket(): Promise<string[]> {
  return (await readdir(join(folder, BUCKET))).map(name => name.replace(/\._S3rver_object$/, ''))
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
