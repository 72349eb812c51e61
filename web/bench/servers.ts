import type { ChildProcess } from 'node:child_process'
import type { Load } from './load.ts'
import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { cmsServer, webServer } from '../../tools/src/build.ts'

/** The cores of the servers under test, of everything else, and of what may run anywhere. */
export const CORES = { server: '0', client: '1', all: '0,1' }

export const hasCores = availableParallelism() > 1 && existsSync('/usr/bin/taskset')

const cleanups: (() => Promise<void> | void)[] = []

/** Stops what the bench has started, the last first. */
export async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse())
    await cleanup()
}

export function onEnd(cleanup: () => Promise<void> | void): void {
  cleanups.push(cleanup)
}

/** Puts a process that runs already on one core. */
export function pinned(pid: number, core: string): void {
  if (hasCores)
    execFileSync('taskset', ['--cpu-list', '--pid', core, String(pid)], { stdio: 'ignore' })
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-bench-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Server {
  url: string
  pid: number
  dataDir: string
  kill: () => Promise<void>
}

export interface CmsServer extends Server {
  databaseUrl: string
}

const SERVICE_KEY = 'the key of the bench'
const ADMIN = { email: 'admin@example.com', password: 'correct horse' }

export async function startCms(
  { databaseUrl, dataDir = newFolder(), port, siteUrl }: {
    databaseUrl?: string
    dataDir?: string
    port?: number
    siteUrl?: string
  } = {},
): Promise<CmsServer> {
  const url = databaseUrl ?? `file:${join(dataDir, 'masthead.db')}`
  const server = await startNode(cmsServer, {
    dataDir,
    port,
    core: CORES.client,
    env: {
      DATABASE_URL: url,
      PAYLOAD_SECRET: 'the secret of the bench',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      ...(siteUrl && { SITE_URL: siteUrl }),
    },
  })
  return { ...server, databaseUrl: url }
}

/**
 * Starts a site instance.
 *
 * @param options.isCaching whether it caches pages; otherwise it renders each request
 * @param options.watchesEventLoop whether it writes its longest pause to `event-loop` in its data folder
 */
export function startInstance(
  cms: Server,
  { isCaching = true, core = CORES.server, dataDir = newFolder(), watchesEventLoop = false }: {
    isCaching?: boolean
    core?: string
    dataDir?: string
    watchesEventLoop?: boolean
  } = {},
): Promise<Server> {
  const options = watchesEventLoop ? ['--import', join(import.meta.dirname, 'watchEventLoop.mjs')] : []
  return startNode(webServer, {
    dataDir,
    core,
    options,
    env: { CMS_URL: cms.url, EVENT_LOOP_FILE: join(dataDir, 'event-loop'), ...(!isCaching && { SERVICE_KEY: '' }) },
  })
}

async function startNode(
  script: string,
  { dataDir, core, port, options = [], env }: {
    dataDir: string
    core: string
    port?: number
    options?: string[]
    env: Record<string, string>
  },
): Promise<Server> {
  const at = String(port ?? await freePort())
  mkdirSync(dataDir, { recursive: true })
  const child = spawnOn(core, process.execPath, [...options, script], {
    cwd: dirname(script),
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      HOSTNAME: '127.0.0.1',
      PORT: at,
      SERVICE_KEY,
      DATA_DIR: dataDir,
      ...env,
    },
  })
  const url = `http://127.0.0.1:${at}`
  const kill = () => end(child)
  cleanups.push(kill)
  await until(`${url}/readyz`, child)
  return { url, pid: child.pid!, dataDir, kill }
}

/** Starts a program on one core; `taskset` becomes the program, so its pid is the program's. */
function spawnOn(
  core: string,
  program: string,
  args: string[],
  options: { cwd?: string, env?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  const [command, ...rest] = hasCores ? ['taskset', '--cpu-list', core, program, ...args] : [program, ...args]
  return spawn(command!, rest, { ...options, stdio: ['ignore', 'ignore', 'ignore'] })
}

async function until(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && child.exitCode === null;) {
    if (await fetch(url).then(({ ok }) => ok, () => false))
      return
    await sleep(50)
  }
  throw new Error(`${url} did not get ready.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/**
 * Reads an address from a process of its own, on the client's core.
 *
 * @param options.status the expected status
 */
export async function load(
  url: string,
  { connections = 32, seconds, status = 200 }: { connections?: number, seconds: number, status?: number },
): Promise<Load> {
  const { hostname, port, pathname } = new URL(url)
  const args = [
    join(import.meta.dirname, 'load.ts'),
    hostname,
    port,
    pathname,
    String(connections),
    String(seconds),
    String(status),
  ]
  const [program, ...rest] = hasCores
    ? ['taskset', '--cpu-list', CORES.client, process.execPath, ...args]
    : [process.execPath, ...args]
  const { stdout } = await promisify(execFile)(program!, rest, { maxBuffer: 1e8 })
  return JSON.parse(stdout) as Load
}

/** Returns the seconds of CPU time that processes have used; undefined if the system does not say. */
export function cpuSeconds(...pids: number[]): number | undefined {
  const times = pids.map((pid) => {
    const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
    const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
    return user === undefined || system === undefined ? Number.NaN : (user + system) / TICKS
  })
  const sum = times.reduce((all, time) => all + time, 0)
  return Number.isNaN(sum) ? undefined : sum
}

/** Clock ticks per second on Linux. */
const TICKS = 100

/** Resident memory, in bytes. */
export function memoryOf(pid: number): number | undefined {
  const kilobytes = existsSync(`/proc/${pid}/status`)
    && /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return kilobytes ? Number(kilobytes) * 1024 : undefined
}

/** A user who writes and publishes. */
export class Editor {
  readonly #cms: Server
  readonly #token: string

  private constructor(cms: Server, token: string) {
    this.#cms = cms
    this.#token = token
  }

  static async signIn(cms: Server): Promise<Editor> {
    const response = await fetch(`${cms.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADMIN),
    })
    const { token } = await response.json() as { token: string }
    return new Editor(cms, token)
  }

  /** @throws the error of the CMS */
  async send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#cms.url}/api/${path}`, {
      method,
      headers: { 'authorization': `JWT ${this.#token}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return await response.json() as T
  }

  async create(collection: string, data: object): Promise<{ id: string, slug: string }> {
    return (await this.send<{ doc: { id: string, slug: string } }>('POST', collection, data)).doc
  }

  async publish(id: string, data: object): Promise<void> {
    await this.send('PATCH', `posts/${id}`, { ...data, _status: 'published' })
  }

  async saveDraft(id: string, data: object): Promise<void> {
    await this.send('PATCH', `posts/${id}?draft=true`, data)
  }
}
