import type { Question } from '@masthead/shared/client'
import type { CmsProblem } from '@masthead/shared/error'
import type { ChildProcess } from 'node:child_process'
import type { RenderedPage, RenderRequest, Report, Task } from './messages'
import { CmsError } from '@masthead/shared/error'
import { RenderError } from './RenderError'
import { stateOf } from './stateOf'

/** A process that renders one page at a time, and is ended if it does not get on, or takes too much memory. */
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
   * Renders a page; its questions go to `ask`.
   *
   * @throws {RenderError} when the process ended, or the page could not be rendered
   */
  async render(request: RenderRequest, ask: Ask): Promise<RenderedPage> {
    const { promise, resolve, reject } = Promise.withResolvers<RenderedPage>()
    const now = performance.now()
    const current: Current = { render: ++this.#count, path: request.path, ask, resolve, reject, openQuestions: 0, questions: 0, began: now, lastStep: now }
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

  end(): void {
    this.#isEnded = true
    this.#child.kill('SIGKILL')
  }

  #take(report: Report): void {
    const current = this.#current
    // What an earlier page left behind.
    if (report.render !== current?.render)
      return
    current.lastStep = performance.now()
    if (report.kind === 'rendered')
      current.resolve(report.page)
    else if (report.kind === 'failed')
      current.reject(new RenderError(current.path, report.reason))
    else
      void this.#answer(current, report)
  }

  async #answer(current: Current, { question, asked }: Extract<Report, { kind: 'question' }>): Promise<void> {
    if (++current.questions > this.#limits.mostQuestions)
      return this.#end(`it asked the CMS more than ${this.#limits.mostQuestions} questions`)
    current.openQuestions++
    const task = await current.ask(asked).then(
      (answer): Task => ({ kind: 'answer', question, answer }),
      (error: Error): Task => ({ kind: 'refusal', question, problem: problemOf(error, asked) }),
    )
    current.openQuestions--
    current.lastStep = performance.now()
    this.#send(task)
  }

  #watch({ openQuestions, began, lastStep }: Current): void {
    const now = performance.now()
    if ((openQuestions === 0 && now - lastStep > this.#limits.stepMs) || now - began > this.#limits.renderMs)
      return this.#end('it did not get on')
    const state = stateOf(this.#child.pid)
    if (state && state.memoryBytes > this.#limits.memoryBytes)
      this.#end(`it took ${Math.round(state.memoryBytes / 1024 ** 2)} MB`)
    else if (state?.isStopped)
      this.#end('it was stopped')
  }

  #end(reason: string): void {
    this.end()
    this.#fail(`the render process was ended: ${reason}`)
  }

  #fail(problem: string): void {
    this.#isEnded = true
    this.#current?.reject(new RenderError(this.#current.path, problem))
  }

  /** A process that has just ended takes nothing; its `exit` event reports the end. */
  #send(task: Task): void {
    this.#child.send(task, () => {})
  }
}

/** What is left of an error on the way to another process. */
function problemOf(error: Error, { path }: Question): CmsProblem {
  if (!(error instanceof CmsError))
    return { method: 'GET', url: path, problem: error.message }
  const { method, url, status, problem } = error
  return { method, url, status, problem }
}

export type Ask = (question: Question) => Promise<unknown>

export interface RenderLimits {
  /** Without a question, an answer or an end. */
  stepMs: number
  renderMs: number
  memoryBytes: number
  mostQuestions: number
}

interface Current {
  render: number
  path: string
  ask: Ask
  resolve: (page: RenderedPage) => void
  reject: (error: RenderError) => void
  openQuestions: number
  questions: number
  began: number
  lastStep: number
}

const WATCH_INTERVAL_MS = 200
