import type { Row } from './Row.ts'
import type { CmsServer, Editor } from './servers.ts'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { findNginx, mastheadSite, startNginx } from '../../tools/src/nginx.ts'
import { skipped } from './Row.ts'
import { CORES, cpuSeconds, freePort, load, newFolder, onEnd, pinned, startInstance } from './servers.ts'
import { median } from './statistics.ts'

/**
 * Measures a cached article at 32 connections: from nginx in front of the site and from the site alone, against nginx
 * with the same bytes as a plain file; at rest, while another article is published five times a second, and while this
 * one is. Each server has a core, the client (and the CMS) the other. The result is requests per second of the
 * server's core: a client in JavaScript is slower than nginx, so the clock would say that all are equal. A CMS at work
 * slows the client, and a server that waits for its client does less at a time. So five drafts a second, which no site
 * instance sees, tell which part of the cost of publishing is only that.
 */
export async function throughput(cms: CmsServer, editor: Editor, post: Post, other: Post): Promise<Row[]> {
  const program = findNginx()
  const title = 'A cached article, 32 connections'
  if (!program)
    return [skipped(title, 'there is no nginx here')]
  if (cpuSeconds(process.pid) === undefined)
    return [skipped(title, 'this system does not tell how much of a core a process used')]

  const instance = await startInstance(cms)
  const path = `/blog/${post.slug}`
  const page = await untilCached(instance.url, path)
  const front = await nginxOn(
    program,
    port => mastheadSite({ port, webAddress: new URL(instance.url).host, pagesDir: join(instance.dataDir, 'pages') }),
  )
  const file = await nginxOn(program, port => staticSite(port, path, page))
  const servers = {
    'nginx, plain file': { url: file.url, pids: [file.worker] },
    'nginx in front': { url: front.url, pids: [front.worker] },
    'web alone': { url: instance.url, pids: [instance.pid] },
  }

  const measure = async (work: () => Promise<void>) => {
    const measured: Record<string, Measured[]> = {}
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, server] of Object.entries(servers)) {
        await work()
        const run = await measureOne(server, path)
        ;(measured[name] ??= []).push(run)
      }
    }
    return measured
  }
  const atRest = await measure(async () => void await untilCached(instance.url, path))
  const whileSaving = async (save: Save) => {
    const stop = saving(save)
    return measure(async () => {}).finally(stop)
  }
  const whilePublishing = (id: string) => whileSaving(text => editor.publish(id, { excerpt: text }))
  const whileDrafting = (id: string) => whileSaving(text => editor.saveDraft(id, { excerpt: text }))
  return [
    ...rowsOf('at rest', atRest),
    ...rowsOf('5 drafts of another a second', await whileDrafting(other.id)).map(({ what, measured }) => ({
      what,
      measured,
    })),
    ...rowsOf('5 publishes of another a second', await whilePublishing(other.id), atRest),
    // Without a target: a page that changes five times a second is rendered as often, on the same core.
    ...rowsOf('5 publishes of itself a second', await whilePublishing(post.id)).map(({ what, measured }) => ({
      what,
      measured,
    })),
  ]
}

interface Post {
  id: string
  slug: string
}

const ROUNDS = 5
const SECONDS = 3

interface Measured {
  rate: number
  perCore: number
  p99: number
  failed: number
}

async function measureOne({ url, pids }: { url: string, pids: number[] }, path: string): Promise<Measured> {
  const before = cpuSeconds(...pids)!
  const { rate, p99, failed, requests } = await load(url + path, { seconds: SECONDS })
  return { rate, p99, failed, perCore: requests / (cpuSeconds(...pids)! - before) }
}

type Save = (text: string) => Promise<void>

/** Saves five times a second, until it is stopped. */
function saving(save: Save): () => Promise<void> {
  let edition = 0
  const under: Promise<void>[] = []
  const timer = setInterval(() => under.push(save(`Edition ${edition++}.`)), 200)
  return async () => {
    clearInterval(timer)
    await Promise.all(under)
  }
}

function rowsOf(when: string, measured: Record<string, Measured[]>, atRest?: Record<string, Measured[]>): Row[] {
  const perCore = (of: Record<string, Measured[]>, name: string) => median(of[name]!.map(({ perCore }) => perCore))
  // Round by round, since the other load of the machine changes from minute to minute.
  const ratio = (of: Record<string, Measured[]>, name: string) =>
    median(of[name]!.map(({ perCore }, round) => perCore / of['nginx, plain file']![round]!.perCore))
  return Object.entries(measured).map(([name, runs]) => {
    const rate = Math.round(median(runs.map(({ rate }) => rate)))
    const p99 = median(runs.map(({ p99 }) => p99)).toFixed(1)
    const failed = runs.reduce((all, run) => all + run.failed, 0)
    const target = TARGETS[name]
    const least = target !== undefined && atRest ? 0.9 * ratio(atRest, name) : target
    return {
      what: `Cached article, ${when}: ${name}`,
      measured:
        `${ratio(measured, name).toFixed(3)} × plain file by core (${Math.round(perCore(measured, name))}/s); ${rate}/s by the clock, p99 ${p99} ms, ${failed} failed`,
      ...(least !== undefined && {
        target: `≥ ${least.toFixed(2)} ×${atRest ? ' (10 % under at rest)' : ''}, 0 failed`,
        isMet: ratio(measured, name) >= least && failed === 0,
      }),
    }
  })
}

const TARGETS: Record<string, number | undefined> = { 'nginx in front': 0.95, 'web alone': 0.3 }

/** Returns the bytes of a page once it is cached in memory and as a file. */
async function untilCached(url: string, path: string): Promise<string> {
  const page = await fetch(url + path).then(response => response.text())
  await sleep(1500)
  return page
}

/** nginx with one worker on the servers' core. */
async function nginxOn(program: string, site: (port: number) => string): Promise<{ url: string, worker: number }> {
  const port = await freePort()
  const nginx = await startNginx(program, { port, site: site(port) })
  onEnd(nginx.stop)
  const worker = Number(readFileSync(`/proc/${nginx.pid}/task/${nginx.pid}/children`, 'utf8').trim())
  pinned(worker, CORES.server)
  return { url: nginx.url, worker }
}

function staticSite(port: number, path: string, page: string): string {
  const root = newFolder()
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), page)
  writeFileSync(`${join(root, path)}.gz`, gzipSync(page, { level: 9 }))
  return `server { listen ${port}; root ${root}; sendfile on; tcp_nopush on; default_type text/html; gzip_static on; gzip_vary on; }`
}
