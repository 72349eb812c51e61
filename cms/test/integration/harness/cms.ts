import type { Role } from '@masthead/shared/roles'
import type { ChildProcess } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { cmsServer } from '../../../../tools/src/build.ts'
import { startChild } from '../../../../tools/src/child.ts'
import { freshDatabase } from './freshDatabase.ts'
import { Session } from './Session.ts'

export const ADMIN = { email: 'admin@example.com', password: 'correct horse' }

/** What a web shows to the CMS of a test. */
export const SERVICE_KEY = 'the key of the tests'

type Environment = Record<string, string | undefined>

/** Starts the built CMS in production mode, on a free port, with a database and a data folder of its own. */
export async function startCms(environment: Environment = {}): Promise<Cms> {
  const dataDir = await mkdtemp(join(tmpdir(), 'masthead-cms-'))
  const cms = new Cms(dataDir, {
    DATA_DIR: dataDir,
    DATABASE_URL: environment.DATABASE_URL ?? await freshDatabase(dataDir),
    SERVICE_KEY,
    PAYLOAD_SECRET: randomBytes(16).toString('hex'),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ...environment,
  })
  try {
    await cms.start()
  }
  catch (error) {
    await cms.stop()
    throw error
  }
  return cms
}

export class Cms {
  readonly dataDir: string
  /** What it has written on its standard output and error, over all its starts. */
  readonly output: string[] = []
  url = ''
  readonly #environment: Environment
  readonly #sessions = new Map<string, Promise<Session>>()
  #process: ChildProcess | undefined
  /** It begins again where it was: whoever knows its address finds it. */
  #port: number | undefined

  constructor(dataDir: string, environment: Environment) {
    this.dataDir = dataDir
    this.#environment = environment
  }

  async start(): Promise<void> {
    await this.begin()
    await this.untilReady()
  }

  /** Starts it, and does not wait until it can serve. */
  async begin(): Promise<void> {
    this.#port ??= await freePort()
    const port = this.#port
    this.url = `http://127.0.0.1:${port}`
    this.#sessions.clear()
    this.#process = startChild(['--import', IN_HASTE, cmsServer], {
      cwd: dirname(cmsServer),
      // While a test keeps its own process busy, it does not hear that the CMS has closed a connection.
      env: {
        KEEP_ALIVE_TIMEOUT: '120000',
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        HOSTNAME: '127.0.0.1',
        PORT: String(port),
        ...this.#environment,
        CMS_URL: this.#environment.CMS_URL?.replace('PORT', String(port)),
      },
      onLine: line => this.output.push(line),
    })
  }

  /** As `kill -9` does: nothing is finished, nothing tidied up. */
  async kill(): Promise<void> {
    const child = this.#process
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null)
      return
    const exited = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await exited
  }

  /** From now on it takes connections and never answers, until `resume`. */
  pause(): void {
    process.kill(-this.#process!.pid!, 'SIGSTOP')
  }

  resume(): void {
    process.kill(-this.#process!.pid!, 'SIGCONT')
  }

  /** Asks it to end, and waits until it has; its exit code. */
  async end(): Promise<number | null> {
    const child = this.#process!
    const exited = once(child, 'exit')
    process.kill(child.pid!, 'SIGTERM')
    const [code] = await exited as [number | null]
    return code
  }

  /** Sends a signal to the server alone, and returns by which one it has ended. */
  async signal(signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
    const child = this.#process!
    const exited = once(child, 'exit')
    process.kill(child.pid!, signal)
    const [, ended] = await exited as [number | null, NodeJS.Signals | null]
    return ended
  }

  get pid(): number {
    return this.#process!.pid!
  }

  /** What another process needs to work on the same database. */
  get environment(): Environment {
    return this.#environment
  }

  async stop(): Promise<void> {
    await this.kill()
    await rm(this.dataDir, { recursive: true, force: true })
  }

  /** Somebody who is not signed in. */
  get stranger(): Session {
    return new Session(this.url)
  }

  /** Somebody with this role, signed in; another name is another person. */
  as(role: Role, name: string = role): Promise<Session> {
    const key = `${role} ${name}`
    const session = this.#sessions.get(key) ?? this.#signIn(role, name)
    this.#sessions.set(key, session)
    return session
  }

  async #signIn(role: Role, name: string): Promise<Session> {
    if (role === 'admin' && name === role)
      return this.stranger.signIn(ADMIN.email, ADMIN.password)
    const email = `${name}@example.com`
    const admin = await this.as('admin')
    const known = await admin.count('users', { where: { email: { equals: email } } })
    if (known === 0)
      await admin.create('users', { email, name: `${name} of the tests`, role, password: PASSWORD })
    return this.stranger.signIn(email, PASSWORD)
  }

  async untilReady(): Promise<void> {
    const child = this.#process!
    const deadline = Date.now() + 60_000
    while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
      if (await fetch(`${this.url}/readyz`).then(answer => answer.ok, () => false))
        return
      await sleep(30)
    }
    throw new Error(`The CMS did not get ready:\n${this.output.join('\n')}`)
  }
}

const IN_HASTE = new URL('inHaste.ts', import.meta.url).href

const PASSWORD = 'battery staple'

/** Returns a port that no connection to elsewhere takes meanwhile: the system gives those ports from 32,768 on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_768)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
    })
    if (isFree) {
      server.close()
      await once(server, 'close')
      return port
    }
  }
}
