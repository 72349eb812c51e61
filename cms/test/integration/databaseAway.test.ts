import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { ADMIN, Cms, freePort } from './harness/cms.ts'

/**
 * Two seconds are required; a busy machine gets four more. A request that waits for the database takes half a minute.
 */
const MAX_RESPONSE_MS = 6000

let cms: Cms
let bringBack: () => Promise<void>

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-cms-'))
  const mongodb = inject('mongodb')
  const { url, back } = mongodb === null ? sqliteAway(dataDir) : await mongodbAway(mongodb)
  bringBack = back
  cms = new Cms(dataDir, {
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    PAYLOAD_SECRET: randomBytes(16).toString('hex'),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  })
  await cms.begin()
  await vi.waitUntil(() => fetch(`${cms.url}/healthz`).then(({ ok }) => ok, () => false), { timeout: 30_000 })
})

afterAll(() => cms?.stop())

it('a CMS that starts without its database reports it on every route and serves none', async () => {
  expect(await ask('/readyz')).toMatchObject({
    status: 503,
    text: expect.stringContaining('The database does not answer.'),
  })
  expect(await ask('/api/posts')).toMatchObject({
    status: 503,
    text: expect.stringContaining('The CMS cannot reach its database yet.'),
  })
  // The first registered user becomes the administrator.
  const first = await ask('/api/users/first-register', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'stranger@example.com', password: 'my own now' }),
  })
  expect(first.status).toBe(503)
  expect(await ask('/admin')).toMatchObject({ text: expect.stringContaining('cannot reach its database yet') })
})

it('it serves all routes once the database is there', async () => {
  await bringBack()
  await cms.untilReady()
  const admin = await cms.as('admin')
  await admin.create('categories', { title: 'After all' })
  expect(await admin.count('users')).toBe(1)
  const lines = cms.output.map(stripVTControlCharacters)
  // However often it has tried. The driver of MongoDB waits for half a minute by itself.
  const told = lines.filter(line => line.includes('The CMS cannot start yet'))
  expect(told.length).toBeLessThanOrEqual(1)
  expect(lines.filter(line => line.includes('The CMS is ready now.'))).toHaveLength(told.length)
})

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number, text: string }> {
  const begun = performance.now()
  const response = await fetch(cms.url + path, init)
  const text = await response.text()
  expect(performance.now() - begun, path).toBeLessThan(MAX_RESPONSE_MS)
  return { status: response.status, text }
}

/** A folder stands where the file belongs. */
function sqliteAway(dataDir: string): { url: string, back: () => Promise<void> } {
  const file = join(dataDir, 'masthead.db')
  mkdirSync(file)
  return { url: `file:${file}`, back: async () => rmdirSync(file) }
}

/** The address of the server leads nowhere at first. */
async function mongodbAway(mongodb: string): Promise<{ url: string, back: () => Promise<void> }> {
  const address = new URL(mongodb.replace('NAME', `test-${randomBytes(6).toString('hex')}`))
  const { hostname, port } = address
  const away = await freePort()
  address.port = String(away)
  const server = createServer((socket) => {
    const there = connect(Number(port), hostname)
    socket.pipe(there).pipe(socket)
    for (const end of [socket, there])
      end.on('error', () => end.destroy())
  })
  return {
    url: address.href,
    back: async () => {
      server.listen(away, '127.0.0.1').unref()
      await once(server, 'listening')
    },
  }
}
