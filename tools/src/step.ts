import type { ChildOptions } from './child.ts'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startChild, untilExit } from './child.ts'
import { explain } from './explain.mjs'
import { Failure } from './failure.ts'
import { cache } from './workspace.ts'

/** Runs one step of a command, and shows its title, its duration and its result. */
export async function step<T>(
  title: string,
  work: () => Promise<T>,
  stop: AbortSignal,
  wentWell: (result: T) => boolean = () => true,
): Promise<T> {
  const began = Date.now()
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  console.log(`→ ${title}`)
  const stillAtIt = setInterval(() => console.log(`  ${title}: ${elapsed()} so far`), 20_000)
  try {
    const result = await work()
    console.log(`${wentWell(result) ? '✓' : '✗'} ${title} (${elapsed()})`)
    return result
  }
  catch (error) {
    if (!stop.aborted)
      console.log(`✗ ${title} (${elapsed()})`)
    throw error
  }
  finally {
    clearInterval(stillAtIt)
  }
}

/** Runs a Node program as a step. Its output goes to a log, and if it fails, the end of the log goes to the screen. */
export async function runStep(
  title: string,
  args: string[],
  options: Omit<ChildOptions, 'onLine'>,
  stop: AbortSignal,
): Promise<void> {
  await step(title, async () => {
    const output = logFile(title)
    const { code, signal } = await untilExit(startChild(args, { ...options, onLine: output.write }), stop)
    output.close()
    stop.throwIfAborted()
    if (code !== 0)
      throw new Failure(describeFailure(title, signal ?? `exit code ${code}`, output))
  }, stop)
}

interface LogFile {
  path: string
  /** The last lines of the output. */
  tail: string[]
  write: (line: string) => void
  close: () => void
}

const TAIL = 40

function logFile(title: string): LogFile {
  const folder = join(cache, 'logs')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${title.toLowerCase().replaceAll(/\W+/g, '-')}.log`)
  const stream = createWriteStream(path)
  const tail: string[] = []
  // On a full disk only the tail is left, which suffices.
  stream.on('error', error => tail.push(`(The log could not be written: ${error.message})`))
  return {
    path,
    tail,
    write(line) {
      stream.write(`${line}\n`)
      tail.push(line)
      if (tail.length > TAIL)
        tail.shift()
    },
    close: () => stream.end(),
  }
}

function describeFailure(title: string, ending: string, { path, tail }: LogFile): string {
  const lines = tail.join('\n').trim()
  return `${lines}\n\n${explain(`${lines}\n${ending}`) ?? `${title} failed (${ending}).`}\nThe whole output is in ${path}`
}
