import type { ChildProcess } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it, vi } from 'vitest'

const children = join(import.meta.dirname, 'children')
const serves = join(children, 'serves.ts')
const started: ChildProcess[] = []

afterAll(() => started.forEach(child => child.kill('SIGKILL')))

// They wait most of the time.
describe.concurrent('a supervised service', () => {
  it.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends by %s, with all that it started, and no failure',
    async (signal) => {
      const { supervisor, pids } = await supervised(serves)
      supervisor.kill(signal)
      expect(await once(supervisor, 'exit')).toEqual([0, null])
      expect(await allGone(pids)).toBe(true)
    },
  )

  it('ends when its supervisor is killed', async () => {
    const { supervisor, pids } = await supervised(serves)
    supervisor.kill('SIGKILL')
    expect(await allGone(pids)).toBe(true)
  })

  it('ends when whoever started its supervisor is gone', async () => {
    const { supervisor, pids } = await supervised(serves)
    supervisor.disconnect()
    expect(await once(supervisor, 'exit')).toEqual([0, null])
    expect(await allGone(pids)).toBe(true)
  })

  it('is ended by force when it does not obey, and at once when asked twice', async () => {
    const { supervisor, pids } = await supervised(
      '--eval',
      `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log(process.pid)`,
    )
    supervisor.kill('SIGINT')
    // Sooner, it would be the same Ctrl-C, delivered twice.
    await sleep(1500)
    supervisor.kill('SIGINT')
    expect(await once(supervisor, 'exit')).toEqual([1, null])
    expect(await allGone(pids)).toBe(true)
  })

  it('is started again when it dies', async () => {
    const { supervisor, lines, pids } = await supervised(serves)
    process.kill(pids[0]!, 'SIGKILL')
    await untilLine(lines, /^The child was ended by SIGKILL: starting it again/)
    const again = await untilLine(lines, /^\d+ \d+$/, 2)
    expect(await allGone(pids)).toBe(true)
    supervisor.kill('SIGTERM')
    await once(supervisor, 'exit')
    expect(await allGone(again.split(' ').map(Number))).toBe(true)
  })

  it('is started again however often it dies, once it was alive', async () => {
    const { supervisor, lines, pids } = await supervised(serves)
    // Once it asks again, the supervisor has the first answer.
    await untilLine(lines, /^answered$/, 2)
    process.kill(pids[0]!, 'SIGKILL')
    for (let deaths = 1; deaths < 5; deaths++) {
      const [pid] = (await untilLine(lines, /^\d+ \d+$/, deaths + 1)).split(' ').map(Number)
      process.kill(pid!, 'SIGKILL')
    }
    await untilLine(lines, /^\d+ \d+$/, 6)
    supervisor.kill('SIGTERM')
    expect(await once(supervisor, 'exit')).toEqual([0, null])
  }, 60_000)

  it('is ended and started again when it does not answer any more', async () => {
    const { supervisor, lines, pids } = await supervised(serves)
    await untilLine(lines, /^answered$/, 2)
    process.kill(pids[0]!, 'SIGSTOP')
    await untilLine(lines, /^The child did not answer for 10 s and was ended: starting it again/)
    await untilLine(lines, /^\d+ \d+$/, 2)
    supervisor.kill('SIGTERM')
    expect(await once(supervisor, 'exit')).toEqual([0, null])
  }, 60_000)

  it('stops everything, with a sentence, when it dies too often and was never alive', async () => {
    const supervisor = startSupervisor(await freePort(), '--eval', 'process.exit(3)')
    const errors = linesOf(supervisor.stderr!)
    expect(await once(supervisor, 'exit')).toEqual([1, null])
    expect(errors.join('\n')).toContain('The child ended by itself with exit code 3, for the 5th time within a minute')
  })
})

async function supervised(
  ...program: string[]
): Promise<{ supervisor: ChildProcess, lines: string[], pids: number[] }> {
  const port = await freePort()
  const supervisor = startSupervisor(port, ...program, String(port))
  const lines = linesOf(supervisor.stdout!)
  const pids = (await untilLine(lines, /^\d+(?: \d+)?$/)).split(' ').map(Number)
  return { supervisor, lines, pids }
}

function startSupervisor(port: number, ...program: string[]): ChildProcess {
  const supervisor = spawn(process.execPath, [
    join(children, 'supervisor.ts'),
    `http://127.0.0.1:${port}/healthz`,
    ...program,
  ], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  started.push(supervisor)
  return supervisor
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function linesOf(stream: NodeJS.ReadableStream): string[] {
  const lines: string[] = []
  createInterface({ input: stream }).on('line', line => lines.push(line))
  return lines
}

async function untilLine(lines: string[], pattern: RegExp, nth = 1): Promise<string> {
  const found = () => lines.filter(line => pattern.test(line))
  await vi.waitUntil(() => found().length >= nth, { timeout: 30_000 })
  return found()[nth - 1]!
}

/** Within the 5 seconds that a child has for its end, and one to spare. */
async function allGone(pids: number[]): Promise<boolean> {
  await vi.waitUntil(() => !pids.some(isRunning), { timeout: 6000 })
  return true
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  }
  catch {
    return false
  }
}
