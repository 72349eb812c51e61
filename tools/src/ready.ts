import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './failure.ts'

/** Waits until the server on this port says that it can serve. */
export async function untilReady(name: string, port: number, stop: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE
  let answer = 'no answer'
  while (Date.now() < deadline) {
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
    await sleep(100)
  }
  throw new Failure(`${name} was not ready to serve within ${PATIENCE / 1000} s (http://localhost:${port}/readyz: ${answer}). Its lines above say why.`)
}

const PATIENCE = 60_000
