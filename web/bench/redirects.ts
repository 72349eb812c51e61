import type { Load } from './load.ts'
import type { Row } from './Row.ts'
import type { CmsServer, Server } from './servers.ts'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { read } from './pages.ts'
import { load, memoryOf, newFolder, startCms, startInstance } from './servers.ts'

/** Measures redirects of a site instance that knows many, written straight into its database. */
export async function redirects(cms: CmsServer, slug: string): Promise<Row[]> {
  const dataDir = newFolder()
  const few = await startedAt(cms, dataDir, slug)
  await addressesKnown(few.instance)
  await few.instance.kill()
  fill(join(dataDir, 'addresses.db'))
  const many = await startedAt(cms, dataDir, slug)
  await addressesKnown(many.instance)
  const rows = [started(few, many)]
  const up = await rates(many.instance.url, slug)
  await cms.kill()
  await sleep(1500)
  const down = await rates(many.instance.url, slug)
  await many.instance.kill()
  await startCms({ databaseUrl: cms.databaseUrl, dataDir: cms.dataDir, port: Number(new URL(cms.url).port) })
  return [...rows, led('CMS up', up), led('CMS down', down)]
}

/** Redirects of a site that was moved several times. */
const RULES = 200_000

interface Begun {
  instance: Server
  /** Milliseconds from the start of the process to its first page. */
  startMs: number
  memory: number | undefined
}

async function startedAt(cms: CmsServer, dataDir: string, slug: string): Promise<Begun> {
  const start = performance.now()
  const instance = await startInstance(cms, { dataDir })
  await read(`${instance.url}/blog/${slug}`)
  return { instance, startMs: performance.now() - start, memory: memoryOf(instance.pid) }
}

async function addressesKnown(instance: Server): Promise<void> {
  while (
    !(await fetch(`${instance.url}/readyz`).then(response => response.json()) as { addressesKnown: boolean })
      .addressesKnown
  ) {
    await sleep(20)
  }
  // Its position in the feed is stored then.
  await sleep(200)
}

function fill(file: string): void {
  const database = new DatabaseSync(file)
  const put = database.prepare('INSERT INTO rules VALUES (?, 301, ?, 1)')
  database.exec('BEGIN')
  for (let number = 0; number < RULES; number++)
    put.run(`/old/${number}`, `/services?from=${number}`)
  database.exec('COMMIT')
  database.close()
}

function started(few: Begun, many: Begun): Row {
  const grown = few.memory && many.memory && many.memory - few.memory
  return {
    what: `A site instance starts with ${RULES} redirects`,
    measured:
      `first page after ${many.startMs.toFixed(0)} ms, without them after ${few.startMs.toFixed(0)} ms; ${grown === undefined ? 'memory unknown' : `${(grown / 1e6).toFixed(0)} MB more memory`}`,
  }
}

type Rates = Record<string, Load>

/** One rule of the many, and other spellings of a page, on 32 connections. */
async function rates(url: string, slug: string): Promise<Rates> {
  const measured: Rates = {}
  for (const path of [`/old/${RULES / 2}`, '/Blog', '/%62log'])
    measured[path] = await load(url + path, { seconds: 3, status: 301 })
  measured['the article itself'] = await load(`${url}/blog/${slug}`, { seconds: 3 })
  return measured
}

function led(when: string, rates: Rates): Row {
  const text = Object.entries(rates).map(([path, { rate, p99, failed }]) =>
    `${path} ${rate.toFixed(0)} a second, p99 ${p99.toFixed(1)} ms${failed > 0 ? `, ${failed} failed` : ''}`,
  )
  return {
    what: `Readers led on, ${when}`,
    measured: text.join('; '),
    target: 'none fails',
    isMet: Object.values(rates).every(({ failed }) => failed === 0),
  }
}
