import type { Runtime } from './runtime.ts'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const host = fileURLToPath(new URL('host.ts', import.meta.url))

/** Runs the engine in a process of its own, so that a fault in it ends only that process. */
export async function startEngine(runtime: Runtime): Promise<{ port: number, stop: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'mongodb-'))
  // Detached from the terminal's process group, so that Ctrl-C leaves it time to remove its data.
  const child = fork(host, [data], { ...runtime, detached: true })

  const ended = once(child, 'exit').then(async ([code, signal]) => {
    await rm(data, { recursive: true })
    return `The MongoDB engine ended by itself (${signal ?? `exit code ${code}`})`
  })

  async function stop(): Promise<void> {
    const wasRunning = child.kill('SIGKILL')
    const how = await ended
    if (!wasRunning)
      throw new Error(how)
  }

  const port = await Promise.race([
    once(child, 'message').then(([port]) => port as number),
    ended.then((how) => { throw new Error(how) }),
  ])
  return { port, stop }
}
