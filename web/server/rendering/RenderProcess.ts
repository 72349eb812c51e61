import type { CmsRequest } from '@masthead/shared/client'
import type { CmsProblem } from '@masthead/shared/error'
import type { ChildProcess } from 'node:child_process'
import type { RenderedPage, RenderRequest, Report, Task } from './messages'
import { CmsError } from '@masthead/shared/error'
import { RenderError } from './RenderError'
import { stateOf } from './stateOf'

/** A process that renders one page at a time. It is killed if it makes no progress, or takes too much memory. */
export class RenderProcess {
  readonly #child: ChildProcess
  readonly #limits: RenderLimits
  #current: Current | undefined
  #isEnded = false
  #count = 0

  constructor(child: ChildProcess, limits: RenderLimits) {
    this.#child = child
    this.#limits = limits
    child.on('message', (report: Report) => this.#take(report))
    child.once('error', error => this.#fail(`the render process did not start (${error.message})`))
    child.once('exit', (code, signal) => this.#fail(`the render process ended (${signal ?? `code ${code}`})`))
  }

  get isAlive(): boolean {
    return !this.#isEnded
  }

  /**
   * Renders a page. `send` sends its requests to the CMS.
   *
   * @throws {RenderError} if the process ended, or the page could not be rendered
   */
  async render(request: RenderRequest, send: SendToCms): Promise<RenderedPage> {
    const { promise, resolve, reject } = Promise.withResolvers<RenderedPage>()
    const now = performance.now()
    const current: Current = {
      render: ++this.#count,
      path: request.path,
      send,
      resolve,
      reject,
      openRequests: 0,
      requests: 0,
      startedAt: now,
      lastStepAt: now,
    }
    this.#current = current
    const watch = setInterval(() => this.#watch(current), WATCH_INTERVAL_MS)
    this.#send({ kind: 'render', render: current.render, request })
    try {
      return await promise
    }
    finally {
      clearInterval(watch)
      this.#current = undefined
    }
  }

  kill(): void {
    this.#isEnded = true
    this.#child.kill('SIGKILL')
  }

  #take(report: Report): void {
    const current = this.#current
    // An earlier page left it behind.
    if (report.render !== current?.render)
      return
    current.lastStepAt = performance.now()
    if (report.kind === 'rendered')
      current.resolve(report.page)
    else if (report.kind === 'failed')
      current.reject(new RenderError(current.path, report.reason))
    else
      void this.#respond(current, report)
  }

  async #respond(current: Current, { id, request }: Extract<Report, { kind: 'request' }>): Promise<void> {
    if (++current.requests > this.#limits.maxRequests)
      return this.#kill(`it sent more than ${this.#limits.maxRequests} requests to the CMS`)
    current.openRequests++
    const task = await current.send(request).then(
      (response): Task => ({ kind: 'response', id, response }),
      (error: Error): Task => ({ kind: 'error', id, problem: problemOf(error, request) }),
    )
    current.openRequests--
    current.lastStepAt = performance.now()
    this.#send(task)
  }

  #watch({ openRequests, startedAt, lastStepAt }: Current): void {
    const now = performance.now()
    if ((openRequests === 0 && now - lastStepAt > this.#limits.stepMs) || now - startedAt > this.#limits.renderMs)
      return this.#kill('it did not get on')
    const state = stateOf(this.#child.pid)
    if (state && state.memoryBytes > this.#limits.memoryBytes)
      this.#kill(`it took ${Math.round(state.memoryBytes / 1024 ** 2)} MB`)
    else if (state?.isStopped)
      this.#kill('it was stopped')
  }

  #kill(reason: string): void {
    this.kill()
    this.#fail(`the render process was ended: ${reason}`)
  }

  #fail(problem: string): void {
    this.#isEnded = true
    this.#current?.reject(new RenderError(this.#current.path, problem))
  }

  /** Sends a task. If the process has just ended, its `exit` event reports that. */
  #send(task: Task): void {
    this.#child.send(task, () => {})
  }
}

/** Returns the parts of an error that can be sent to another process. */
function problemOf(error: Error, { path }: CmsRequest): CmsProblem {
  if (!(error instanceof CmsError))
    return { method: 'GET', url: path, problem: error.message }
  const { method, url, status, problem } = error
  return { method, url, status, problem }
}

export type SendToCms = (request: CmsRequest) => Promise<unknown>

export interface RenderLimits {
  /** Without a request, a response or an end. */
  stepMs: number
  renderMs: number
  memoryBytes: number
  maxRequests: number
}

interface Current {
  render: number
  path: string
  send: SendToCms
  resolve: (page: RenderedPage) => void
  reject: (error: RenderError) => void
  openRequests: number
  requests: number
  startedAt: number
  lastStepAt: number
}

const WATCH_INTERVAL_MS = 200
