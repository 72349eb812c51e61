import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { killGroup, untilExit } from './child.ts'
import { Failure } from './failure.ts'

export interface Service {
  /** The name as the first word of a sentence. */
  name: string
  start: () => ChildProcess
  /**
   * The URL that answers while the service is alive. Without it, the supervisor never ends a silent service: a debugger
   * may hold it.
   */
  health?: string
  /** Whether the other services are useless until this one has been alive. */
  isVital?: () => boolean
}

/**
 * Keeps a service running until `stop` is aborted: restarts it when it dies, and ends it when it stops answering. A
 * service that has been alive is restarted however often it dies, so that it never takes the others down.
 *
 * @throws {Failure} if a vital service keeps dying before it was ever alive
 */
export async function supervise(
  { name, start, health, isVital = () => true }: Service,
  stop: AbortSignal,
): Promise<void> {
  let deaths: number[] = []
  let hasLived = false
  while (!stop.aborted) {
    const child = start()
    const over = new AbortController()
    const watched = health === undefined
      ? Promise.resolve(false)
      : watch(health, AbortSignal.any([stop, over.signal]), () => hasLived = true)
    void watched.then(isSilent => isSilent && killGroup(child, 'SIGKILL'))
    const { code, signal } = await untilExit(child, stop)
    over.abort()
    if (stop.aborted)
      return

    const ending = await watched
      ? `did not answer for ${HANG_TIMEOUT_S} s and was ended`
      : signal
        ? `was ended by ${signal}`
        : `ended by itself with exit code ${code}`
    deaths = [...deaths.filter(time => Date.now() - time < WINDOW_MS), Date.now()]
    if (deaths.length >= MAX_DEATHS && !hasLived && isVital()) {
      throw new Failure(
        `${name} ${ending}, for the ${MAX_DEATHS}th time within a minute: everything is stopped. Its last lines above say why.`,
      )
    }

    const pause = Math.min(FIRST_RESTART_DELAY_MS * 2 ** (deaths.length - 1), MAX_RESTART_DELAY_MS)
    console.log(`${name} ${ending}: starting it again in ${pause / 1000} s.`)
    // An abort during the pause is no failure.
    await sleep(pause, undefined, { signal: stop }).catch(() => {})
  }
}

/**
 * Polls a service after its first answer. Resolves with true when it has been silent for too long. A pause of the whole
 * machine counts as one poll.
 */
async function watch(health: string, over: AbortSignal, whenAlive: () => void): Promise<boolean> {
  let isAlive = false
  for (let failures = 0; failures < HANG_TIMEOUT_S / PING_INTERVAL_S;) {
    const asked = answersAt(health)
    void asked.then(answers => answers && whenAlive())
    const [answers] = await Promise.all([
      asked,
      sleep(PING_INTERVAL_S * 1000, undefined, { signal: over }).catch(() => {}),
    ])
    if (over.aborted)
      return false
    isAlive ||= answers
    failures = answers || !isAlive ? 0 : failures + 1
  }
  return true
}

async function answersAt(health: string): Promise<boolean> {
  try {
    const response = await fetch(health, { signal: AbortSignal.timeout(PING_INTERVAL_S * 1000) })
    await response.body?.cancel()
    return response.ok
  }
  catch {
    return false
  }
}

const PING_INTERVAL_S = 2
const HANG_TIMEOUT_S = 10
const WINDOW_MS = 60_000
const MAX_DEATHS = 5
const FIRST_RESTART_DELAY_MS = 250
const MAX_RESTART_DELAY_MS = 8000
