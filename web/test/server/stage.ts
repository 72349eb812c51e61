import type { ChildProcess } from 'node:child_process'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The built web beside a CMS that answers as a test tells it to. */
export class Stage implements AsyncDisposable {
  /** The requests to the CMS in order, decoded. */
  readonly requests: string[] = []
  answer: RequestListener = (_, response) => void response.writeHead(404).end()
  url = ''
  log = ''
  /** The data folder of the site instance. */
  dataDir = ''
  #cms = createServer((requests, response) => {
    // There is no feed of changes here, so nothing is cached either: each test asks for its pages again.
    if (pathOf(requests) === '/api/changes')
      return void response.writeHead(404).end()
    this.requests.push(decodeURIComponent(requests.url!))
    this.answer(requests, response)
  })

  #site: ChildProcess | undefined

  static async open(): Promise<Stage> {
    if (!existsSync(SERVER))
      throw new Error('Build the web first: pnpm --filter @masthead/web build')
    const stage = new Stage()
    stage.#cms.listen(0, '127.0.0.1')
    await once(stage.#cms, 'listening')
    stage.dataDir = await mkdtemp(join(tmpdir(), 'masthead-web-'))
    await stage.#startSite()
    // A render process takes its time to begin, and is not what a test measures.
    await stage.get('/nowhere.html')
    return stage
  }

  get pid(): number {
    return this.#site!.pid!
  }

  /** Kills the site instance, as `kill -9` does, and starts another on the same data. */
  async restartSite(): Promise<void> {
    await this.#stopSite('SIGKILL')
    await this.#startSite()
  }

  async #startSite(): Promise<void> {
    const { port } = this.#cms.address() as AddressInfo
    // Only the address of the CMS differs from how the site instance runs anywhere.
    const web = this.#site = spawn(process.execPath, [SERVER], {
      env: {
        CMS_URL: `http://127.0.0.1:${port}`,
        SITE_URL: 'https://example.org',
        SECURITY_CONTACT: 'mailto:security@example.org',
        HSTS_MAX_AGE: '31536000',
        SERVICE_KEY,
        DATA_DIR: this.dataDir,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: '0',
      },
    })
    web.stderr.on('data', chunk => this.log += chunk)
    this.url = await new Promise((resolve, reject) => {
      web.stdout.on(
        'data',
        chunk =>
          /http:\/\/\S+/.test(String(chunk)) && resolve(/http:\/\/\S+/.exec(String(chunk))![0].replace(/\/$/, '')),
      )
      web.once('exit', code => reject(new Error(`The web ended with code ${code}: ${this.log}`)))
    })
  }

  async #stopSite(signal: NodeJS.Signals): Promise<void> {
    this.#site?.kill(signal)
    await (this.#site && once(this.#site, 'exit'))
  }

  /** Answers the REST paths given with JSON, or as a function of the query says; everything else is not there. */
  serve(answers: Record<string, unknown>): void {
    this.requests.length = 0
    this.answer = (request, response) => {
      const { pathname: path, searchParams: query } = new URL(request.url!, 'http://cms')
      const answer = answers[path] ?? { errors: [{ message: 'Not found.' }] }
      response.writeHead(path in answers ? 200 : 404, { 'content-type': 'application/json' }).end(
        JSON.stringify(typeof answer === 'function' ? answer(query) : answer),
      )
    }
  }

  get(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.url + path, { redirect: 'manual', ...init })
  }

  /** Sends an address as it is: `fetch` would tidy it up. */
  async getAsWritten(
    target: string,
    { method = 'GET', body }: { method?: string, body?: string } = {},
  ): Promise<IncomingMessage> {
    const { hostname, port } = new URL(this.url)
    const asking = request({
      host: hostname,
      port,
      method,
      path: target,
      headers: body === undefined
        ? {}
        : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) },
    })
    asking.end(body)
    const [answer] = await once(asking, 'response') as [IncomingMessage]
    answer.resume()
    return answer
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#cms.closeAllConnections()
    this.#cms.close()
    await this.#stopSite('SIGTERM')
    await rm(this.dataDir, { recursive: true, force: true })
  }
}

export function pathOf(request: IncomingMessage): string {
  return new URL(request.url!, 'http://cms').pathname
}

export const SERVICE_KEY = 'the key of the tests'

const SERVER = fileURLToPath(new URL('../../.output/server/index.mjs', import.meta.url))
