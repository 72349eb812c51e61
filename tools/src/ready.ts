import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Waits until the server on this port is ready, as long as that takes: its database may be away, and come back. Prints
 * every minute why it waits.
 */
export async function untilReady(name: string, port: number, stop: AbortSignal): Promise<void> {
  let told = Date.now()
  let answer = 'no answer'
  for (;;) {
    stop.throwIfAborted()
    try {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5000) })
      const body = await response.text()
      if (response.ok)
        return
      answer = `status ${response.status}: ${body.slice(0, 300)}`
    }
    catch (error) {
      answer = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    }
    if (Date.now() - told >= REPORT_INTERVAL_MS) {
      console.log(
        `${name} is not ready to serve yet (http://localhost:${port}/readyz: ${answer}). Its lines above say why. Ctrl-C stops everything.`,
      )
      told = Date.now()
    }
    await sleep(100)
  }
}

const REPORT_INTERVAL_MS = 60_000
