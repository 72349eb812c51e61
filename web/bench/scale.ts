import type { Row } from './Row.ts'
import type { CmsServer, Editor, Server } from './servers.ts'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { read } from './pages.ts'
import { readPage } from './readPage.ts'
import { CORES, memoryOf, newFolder, startCms, startInstance } from './servers.ts'
import { median, quantile } from './statistics.ts'

/** Measures one change on a site that has cached many pages, all copies of one article at different paths. */
export async function scale(cms: CmsServer, editor: Editor, slug: string): Promise<Row[]> {
  const banner = await editor.create('ctas', {
    headline: 'Said at first',
    placements: ['banner'],
    link: { label: 'Look', url: '/services' },
    _status: 'published',
  })
  const few = await site(cms, slug, 369)
  const rows = [await allNew(few, editor, banner.id)]
  await few.instance.kill()

  const many = await site(cms, slug, 100_000)
  rows.push(started(many))
  rows.push(await anyNew(many, editor, banner.id))
  rows.push(await unpublished(cms, many, editor, banner.id))
  await many.instance.kill()
  return rows
}

interface Site {
  instance: Server
  paths: string[]
  /** Milliseconds from the start of the process to the first response. */
  startMs: number
  /** Milliseconds from the first response until all pages are composed; undefined if that took too long. */
  composeMs: number | undefined
  /** Bytes by which the process grew per cached page; undefined if the system does not say. */
  memoryPerPage: number | undefined
}

/** Starts a site instance with the files of another one, which cached an article that was then multiplied. */
async function site(cms: CmsServer, slug: string, size: number): Promise<Site> {
  const dataDir = newFolder()
  const first = await startInstance(cms, { dataDir })
  await read(`${first.url}/blog/${slug}`)
  await sleep(500)
  const alone = memoryOf(first.pid)
  await first.kill()
  const paths = multiply(dataDir, `/blog/${slug}`, size)
  const startedAt = performance.now()
  const instance = await startInstance(cms, { dataDir, core: CORES.all, watchesEventLoop: true })
  await read(instance.url + paths[0])
  const startMs = performance.now() - startedAt
  const composeMs = await composed(instance)
  const grown = memoryOf(instance.pid)
  const { bytes } = await readiness(instance)
  return { instance, paths, startMs, composeMs, memoryPerPage: alone && grown && (grown - alone - bytes) / size }
}

/** Copies what the index and the disk have of a page. */
function multiply(dataDir: string, path: string, size: number): string[] {
  const database = new DatabaseSync(join(dataDir, 'pages.db'))
  const { id, etag } = database.prepare('SELECT id, etag FROM cached_pages WHERE path = ?').get(path) as {
    id: number
    etag: string
  }
  const own = readFileSync(join(dataDir, 'own-pages', `${path}.page`))
  const putPage = database.prepare('INSERT INTO cached_pages VALUES (?, ?, ?)')
  const putDependencies = database.prepare(
    'INSERT INTO dependencies SELECT name, ?, use FROM dependencies WHERE page = ?',
  )
  const paths = Array.from({ length: size }, (_, number) => `/copies/${Math.floor(number / 1000)}/${number}`)
  database.exec('BEGIN')
  for (const [number, copy] of paths.entries()) {
    const file = join(dataDir, 'own-pages', `${copy}.page`)
    if (number % 1000 === 0)
      mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, own)
    putPage.run(id + 1 + number, copy, etag)
    putDependencies.run(id + 1 + number, id)
  }
  database.exec('COMMIT')
  database.close()
  return paths
}

/**
 * Returns how long it takes until all pages are composed, so that no older generation is there; undefined if too long.
 */
async function composed(instance: Server): Promise<number | undefined> {
  const startedAt = performance.now()
  const isDone = () => !existsSync(join(instance.dataDir, 'pages/live/.previous'))
  while (!isDone() && performance.now() - startedAt < MAX_COMPOSE_MS)
    await sleep(100)
  return isDone() ? performance.now() - startedAt : undefined
}

const MAX_COMPOSE_MS = 240_000

async function allNew({ instance, paths }: Site, editor: Editor, banner: string): Promise<Row> {
  const took: number[] = []
  // The first requests would also measure code that is not compiled yet.
  await inLanes(paths, async (path) => {
    await readPage(instance.url + path)
  })
  for (let round = 1; round <= 5; round++) {
    const headline = `All of them, ${round}`
    const startedAt = performance.now()
    await editor.send('PATCH', `ctas/${banner}`, { headline, _status: 'published' })
    await inLanes(paths, path => untilShown(instance.url + path, headline))
    took.push(performance.now() - startedAt)
  }
  return {
    what: `All of ${paths.length} pages after a change of the banner`,
    measured: `${took.map(ms => ms.toFixed(0)).join(', ')} ms from the sending of the change`,
    target: '≤ 500 ms',
    isMet: median(took) <= 500,
  }
}

function started({ startMs, composeMs, memoryPerPage, instance, paths }: Site): Row {
  const disk = diskPerPage(instance.dataDir, paths)
  const rate = composeMs === undefined
    ? `not all of them composed within ${MAX_COMPOSE_MS / 1000} s`
    : `all of them composed in ${(composeMs / 1000).toFixed(0)} s, ${(paths.length / composeMs * 1000).toFixed(0)} a second`
  return {
    what: `A site instance starts with ${paths.length} cached pages`,
    measured:
      `first answer after ${(startMs / 1000).toFixed(1)} s; ${rate}; ${memoryPerPage ? `${memoryPerPage.toFixed(0)} bytes of memory a page beside its content` : 'memory unknown'}; ${(disk / 1000).toFixed(0)} kB of disk a page of 2,000 words`,
    target: '≤ 3 s, ≤ 1 kB, ≤ 30 kB',
    isMet: startMs <= 3000 && (memoryPerPage ?? 0) <= 1000 && disk <= 30_000,
  }
}

/** Returns the bytes of a page on disk: its own part, composed, its responses, and its share of the index. */
function diskPerPage(dataDir: string, paths: string[]): number {
  const responses = execFileSync('find', [join(dataDir, 'responses/blog'), '-name', '*.json.gz']).toString().trim().split('\n')[0]!
  const files = [
    join(dataDir, 'own-pages', `${paths[0]}.page`),
    join(dataDir, 'pages/live', `${paths[0]}.html.gz`),
    responses,
  ]
  const onDisk = (file: string) => statSync(file).blocks * BLOCK_BYTES
  return files.reduce((sum, file) => sum + onDisk(file), 0) + onDisk(join(dataDir, 'pages.db')) / paths.length
}

/** The unit in which the system counts blocks. */
const BLOCK_BYTES = 512

async function anyNew({ instance, paths }: Site, editor: Editor, banner: string): Promise<Row> {
  const loop = join(instance.dataDir, 'event-loop')
  rmSync(loop, { force: true })
  await sleep(200)
  const took: number[] = []
  for (let round = 1; round <= 10; round++) {
    const headline = `Any of them, ${round}`
    await editor.send('PATCH', `ctas/${banner}`, { headline, _status: 'published' })
    const startedAt = performance.now()
    await Promise.all(
      someOf(paths, 30).map(async (path) => {
        await untilShown(instance.url + path, headline)
        took.push(performance.now() - startedAt)
      }),
    )
  }
  // By then, the last old generations are removed too.
  await sleep(5000)
  const { pauseMs, busyMs } = JSON.parse(readFileSync(loop, 'utf8')) as { pauseMs: number, busyMs: number }
  return {
    what: `A banner on ${paths.length} pages`,
    measured:
      `any page asked for is new after ${median(took).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms; the event loop stood still for ${pauseMs.toFixed(0)} ms at most, of which it worked for ${busyMs.toFixed(0)} ms at most`,
    target: 'median ≤ 150 ms, p99 ≤ 500 ms, no pause over 20 ms',
    isMet: median(took) <= 150 && quantile(took, 0.99) <= 500 && pauseMs <= 20,
  }
}

function someOf(paths: string[], count: number): string[] {
  return Array.from({ length: count }, () => paths[Math.floor(Math.random() * paths.length)]!)
}

/** Unpublishes the banner, and kills the CMS once the site instance has the change. */
async function unpublished(cms: CmsServer, { instance, paths }: Site, editor: Editor, banner: string): Promise<Row> {
  const headline = 'Taken back'
  await editor.send('PATCH', `ctas/${banner}`, { headline, _status: 'published' })
  await untilShown(instance.url + paths[0], headline)
  const { followed } = await readiness(instance)
  await editor.send('PATCH', `ctas/${banner}`, { _status: 'draft' })
  while ((await readiness(instance)).followed === followed)
    await sleep(5)
  await cms.kill()
  const failures: string[] = []
  let seen = 0
  const some = [...new Set(someOf(paths, MAX_READS))]
  await inLanes(some, async (path) => {
    const response = await readPage(instance.url + path).catch((error: Error) => error)
    if (response instanceof Error)
      failures.push(response.message)
    else if (response.status !== 200)
      failures.push(String(response.status))
    else if (response.body.includes(headline))
      seen++
  })
  await startCms({ databaseUrl: cms.databaseUrl, dataDir: cms.dataDir, port: Number(new URL(cms.url).port) })
  return {
    what: `A banner is unpublished, the CMS killed once it is followed: ${some.length} reads, each of another page`,
    measured: `${failures.length} failed${failures[0] ? ` (${failures[0]})` : ''}, ${seen} showed it`,
    target: '0, 0',
    isMet: failures.length === 0 && seen === 0,
  }
}

/** Enough to find pages that were not composed yet, and few enough to end. */
const MAX_READS = 10_000

async function readiness(instance: Server): Promise<{ followed: number, bytes: number }> {
  return await fetch(`${instance.url}/readyz`).then(response => response.json()) as { followed: number, bytes: number }
}

async function untilShown(url: string, text: string): Promise<void> {
  const startedAt = performance.now()
  while (!(await readPage(url)).body.includes(text)) {
    if (performance.now() - startedAt > MAX_SHOWN_MS)
      throw new Error(`${url} did not show “${text}” within ${MAX_SHOWN_MS / 1000} s.`)
    await sleep(2)
  }
}

const MAX_SHOWN_MS = 30_000

async function inLanes<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  await Promise.all(Array.from({ length: 16 }, async () => {
    for (const item of rest)
      await work(item)
  }))
}
