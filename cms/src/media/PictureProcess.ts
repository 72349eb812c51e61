import type { ChildProcess } from 'node:child_process'
import type { PictureAnswer, PictureJob } from './PictureJob.ts'
import { fork } from 'node:child_process'
import { clearTimeout, setTimeout } from 'node:timers'
import { PictureFailure } from './PictureFailure.ts'

export interface PictureProcessLimits {
  /** Milliseconds for one picture. */
  timeoutMs: number
  maxRssBytes: number
  /** Milliseconds without a picture after which the process ends. */
  idleMs: number
}

/**
 * Runs sharp in a process of its own, one picture after another. The process is started on demand, has a low priority,
 * and is killed when it takes too long or too much memory. It ends with this process, however that ends.
 */
export class PictureProcess {
  readonly #program: string
  readonly #limits: PictureProcessLimits
  #child: ChildProcess | undefined
  #idle: NodeJS.Timeout | undefined
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor(program: string, limits: Partial<PictureProcessLimits> = {}) {
    this.#program = program
    this.#limits = { ...LIMITS, ...limits }
  }

  /** Returns the id of the process; undefined if there is none. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /**
   * Runs a task and returns its result.
   * @throws {PictureFailure} if the process had to be killed, or died
   * @throws {Error} with sharp's message if the picture is broken
   */
  run(job: PictureJob): Promise<unknown> {
    const result = this.#lastTurn.then(() => this.#perform(job))
    this.#lastTurn = result.catch(() => {})
    return result
  }

  async #perform(job: PictureJob): Promise<unknown> {
    clearTimeout(this.#idle)
    const child = this.#child ??= this.#start()
    hold(child)
    try {
      return await this.#answerOf(child, job)
    }
    finally {
      release(child)
      this.#idle = setTimeout(() => this.#end(child), this.#limits.idleMs).unref()
    }
  }

  #answerOf(child: ChildProcess, job: PictureJob): Promise<unknown> {
    const { timeoutMs, maxRssBytes } = this.#limits
    return new Promise((resolve, reject) => {
      const settle = (settleWith: () => void) => {
        clearTimeout(deadline)
        child.off('message', onMessage).off('exit', onExit).off('error', onError)
        settleWith()
      }
      const kill = (problem: string) => {
        this.#end(child)
        settle(() => reject(new PictureFailure(`${problem}. Make it smaller and try again.`, 422)))
      }
      const onMessage = (answer: PictureAnswer) => {
        if ('exceeded' in answer)
          return kill(`needs more than ${maxRssBytes / 1e6} MB of memory`)
        // Memory that one picture leaves behind must not count for the next.
        if (answer.rssBytes > RESTART_RSS_BYTES)
          this.#end(child)
        if ('error' in answer)
          settle(() => reject(new Error(answer.error)))
        else
          settle(() => resolve(answer.result))
      }
      const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
        settle(() =>
          reject(
            new PictureFailure(
              `could not be processed: the process for pictures ended (${signal ?? code}). Try again.`,
              503,
            ),
          ),
        )
      const onError = (error: Error) => settle(() => reject(error))
      const deadline = setTimeout(kill, timeoutMs, `takes longer than ${timeoutMs / 1000} s to process`)
      child.on('message', onMessage).on('exit', onExit).on('error', onError)
      // If the process has ended, its exit reports the failure.
      try {
        child.send(job, error => error && child.connected && settle(() => reject(error)))
      }
      catch (error) {
        // The job contains a value that cannot be cloned.
        onError(error as Error)
      }
    })
  }

  #start(): ChildProcess {
    const child = fork(this.#program, [String(this.#limits.maxRssBytes)], {
      // The process gets no secrets. VIPS_WARNING silences libvips about the content of pictures.
      env: { NODE_ENV: 'production', UV_THREADPOOL_SIZE: '1', VIPS_WARNING: '0' },
      execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('exit', () => this.#end(child)).once('error', () => this.#end(child))
    return child
  }

  #end(child: ChildProcess): void {
    if (this.#child === child)
      this.#child = undefined
    child.kill('SIGKILL')
  }
}

const LIMITS: PictureProcessLimits = { timeoutMs: 180_000, maxRssBytes: 1_500_000_000, idleMs: 60_000 }
const RESTART_RSS_BYTES = 300_000_000
const MAX_HEAP_MB = 256

/** Keeps this process alive while a picture is in work. An idle picture process does not keep it alive. */
function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function release(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
