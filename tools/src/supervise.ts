import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { untilExit } from './child.ts'
import { Failure } from './failure.ts'

/** Keeps a service running until `stop` is aborted: starts it again when it dies, and fails when it dies too often. */
export async function supervise(name: string, start: () => ChildProcess, stop: AbortSignal): Promise<void> {
  let deaths: number[] = []
  while (!stop.aborted) {
    const { code, signal } = await untilExit(start(), stop)
    if (stop.aborted)
      return

    const ending = signal ? `was ended by ${signal}` : `ended by itself with exit code ${code}`
    deaths = [...deaths.filter(time => Date.now() - time < WINDOW), Date.now()]
    if (deaths.length >= LIMIT)
      throw new Failure(`${name} ${ending}, for the ${LIMIT}th time within a minute: everything is stopped. Its last lines above say why.`)

    const pause = FIRST_PAUSE * 2 ** (deaths.length - 1)
    console.log(`${name} ${ending}: starting it again in ${pause / 1000} s.`)
    // Stopped while it waits is no failure.
    await sleep(pause, undefined, { signal: stop }).catch(() => {})
  }
}

const WINDOW = 60_000
const LIMIT = 5
const FIRST_PAUSE = 250
