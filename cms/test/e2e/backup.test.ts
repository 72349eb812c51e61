import type { Cms } from '../integration/harness/cms.ts'
import type { Web } from './harness/startWeb.ts'
import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, SERVICE_KEY, startCms } from '../integration/harness/cms.ts'
import { handIn } from '../integration/harness/handIn.ts'
import { crawl } from './harness/crawl.ts'
import { everyKind } from './harness/everyKind.ts'
import { everyLandingKind } from './harness/everyLandingKind.ts'
import { runCli } from './harness/runCli.ts'
import { startWeb } from './harness/startWeb.ts'

let cms: Cms
let web: Web
let folder: string
let backup: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-backup-'))
  backup = join(folder, 'backup')
  cms = await startCms()
  const editor = await cms.as('editor')
  await everyKind(editor)
  await everyLandingKind(editor)
  web = await startWeb(cms.url)
  await web.caughtUp()
})

afterAll(async () => {
  await web?.stop()
  await cms?.stop()
  await rm(folder, { recursive: true, force: true })
})

it('a site that was lost is there again, page by page, as it was when it was backed up', async () => {
  const before = await crawl(web.url)
  expect(before.size).toBeGreaterThan(20)
  expect([...before].filter(([, page]) => !page.startsWith('200'))).toEqual([])

  const written = await backUpWhileWriting()
  const followed = await lastNumber()
  await changeWhatReadersSee()
  await web.caughtUp()
  expect(await crawl(web.url)).not.toEqual(before)

  await cms.kill()
  await loseEverything()
  const { code, said } = await runCli('backup', ['restore', backup], cms)
  expect(code, said).toBe(0)
  await cms.start()
  // The web has run on all the while, with pages of what is no more.
  await expect.poll(async () => differences(before, await crawl(web.url)), { timeout: 30_000, interval: 500 }).toEqual(
    [],
  )

  const admin = await cms.stranger.signIn(ADMIN.email, ADMIN.password)
  const { docs } = await admin.find('enquiries', { limit: 1000, sort: 'createdAt' })
  const kept = docs.map(({ name }) => Number(name.replace('Visitor ', ''))).sort((a, b) => a - b)
  expect(kept.length).toBeGreaterThan(0)
  // Of one moment: all that came before it, nothing that came after.
  expect(kept).toEqual(Array.from(kept, (_, index) => index))
  expect(kept.length).toBeLessThanOrEqual(written)

  // However far the new feed grows, no number of the old one comes again.
  expect(await lastNumber()).toBeGreaterThan(followed + 1_000_000)
}, 240_000)

it('is for its owner alone', async () => {
  expect((await stat(backup)).mode & 0o777).toBe(0o700)
  for (const entry of await readdir(backup, { recursive: true, withFileTypes: true }))
    expect([entry.name, (await stat(join(entry.parentPath, entry.name))).mode & 0o077]).toEqual([entry.name, 0])
})

it('holds no secret of the product', async () => {
  for (const entry of await readdir(backup, { recursive: true, withFileTypes: true })) {
    const text = entry.isFile() ? await readFile(join(entry.parentPath, entry.name), 'latin1') : ''
    expect([cms.environment.PAYLOAD_SECRET!, SERVICE_KEY, ADMIN.password].filter(secret => text.includes(secret)))
      .toEqual([])
  }
})

it('is not written into a folder that holds something', async () => {
  await mkdir(join(folder, 'full'))
  await writeFile(join(folder, 'full/letter'), '')
  expect(await runCli('backup', ['backup', join(folder, 'full')], cms)).toEqual({
    code: 1,
    said: `${join(folder, 'full')} is not empty: give a folder that is, or that does not exist yet.\n`,
  })
})

it('is restored only where there is nothing', async () => {
  const { code, said } = await runCli('backup', ['restore', backup], cms)
  expect([code, said]).toEqual([
    1,
    expect.stringContaining('already: a backup is restored only where there is nothing.'),
  ])
  expect(await cms.stranger.send('GET', '/readyz')).toMatchObject({ status: 200 })
})

it('is restored only whole', async () => {
  expect(await runCli('backup', ['restore', folder], cms)).toEqual({
    code: 1,
    said: `${folder} is no backup, or one that was broken off: there is no manifest.json in it.\n`,
  })
  const [picture] = await readdir(join(backup, 'media'))
  await appendFile(join(backup, 'media', picture!), 'x')
  expect(await runCli('backup', ['restore', backup], cms)).toEqual({
    code: 1,
    said: `The backup is damaged: media/${picture} is not as it was written. Nothing has been restored.\n`,
  })
  await rm(join(backup, 'media', picture!))
  expect((await runCli('backup', ['restore', backup], cms)).said).toBe(
    `The backup is damaged: media/${picture} is missing. Nothing has been restored.\n`,
  )
})

it('is restored into its own kind of database', async () => {
  const other = await mkdtemp(join(folder, 'other-'))
  const manifest = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8')) as { database: string }
  await writeFile(
    join(other, 'manifest.json'),
    JSON.stringify({ ...manifest, files: {}, database: manifest.database === 'sqlite' ? 'mongodb' : 'sqlite' }),
  )
  expect((await runCli('backup', ['restore', other], cms)).said).toMatch(
    /^This is a backup of (?:MongoDB|SQLite), and DATABASE_URL names (?:MongoDB|SQLite): give it an empty/,
  )
})

/** Backs up while one visitor after the other sends an enquiry; how many have. */
async function backUpWhileWriting(): Promise<number> {
  let written = 0
  const done = new AbortController()
  const writing = (async () => {
    for (; !done.signal.aborted; written++) {
      await handIn(cms, {
        name: `Visitor ${written}`,
        email: `${randomUUID()}@example.com`,
        company: '',
        message: 'A queue that never empties.',
        page: '/',
        submission: randomUUID(),
      })
    }
  })()
  try {
    await expect.poll(() => written, { timeout: 20_000 }).toBeGreaterThan(3)
    const { code, said } = await runCli('backup', ['backup', backup], cms)
    expect(code, said).toBe(0)
  }
  finally {
    done.abort()
    await writing
  }
  return written
}

async function changeWhatReadersSee(): Promise<void> {
  const admin = await cms.as('admin')
  const { docs: [post] } = await admin.find('posts', { depth: 0 })
  const { docs: [service] } = await admin.find('services', { depth: 0 })
  await admin.publish('posts', post!.id, { title: 'Written after the backup' })
  await admin.unpublish('services', service!.id)
}

async function lastNumber(): Promise<number> {
  const { body } = await cms.stranger.send<{ last: number }>('GET', '/api/changes', {
    headers: { authorization: `Bearer ${SERVICE_KEY}` },
  })
  return body.last
}

async function loseEverything(): Promise<void> {
  for (const name of await readdir(cms.dataDir))
    await rm(join(cms.dataDir, name), { recursive: true })
  const { DATABASE_URL: url } = cms.environment
  if (url?.startsWith('file:'))
    return
  const client = new MongoClient(url!)
  await client.db().dropDatabase().finally(async () => client.close())
}

function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(path => before.get(path) !== after.get(path))
}
