import { connect } from 'node:net'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Reads one address over many connections for some time, each asking again as soon as it is answered; run as a process
 * of its own: `node load.ts HOST PORT PATH CONNECTIONS SECONDS`. Prints a `Load`.
 */
export interface Load {
  requests: number
  /** Not answered with 200 and as many bytes as were announced. */
  failed: number
  /** Requests per second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** What failed, and how often. */
  failures: Record<string, number>
}

if (import.meta.main) {
  const [host = '', port, path, connections, seconds] = process.argv.slice(2)
  const load = await read({ host, port: Number(port), path: path!, connections: Number(connections), seconds: Number(seconds) })
  process.stdout.write(JSON.stringify(load))
}

interface Reading {
  host: string
  port: number
  path: string
  connections: number
  seconds: number
}

async function read({ seconds, connections, ...address }: Reading): Promise<Load> {
  const begun = performance.now()
  const end = begun + seconds * 1000
  const took: number[] = []
  const failures: Record<string, number> = {}
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      const problem = await readOver(address, end, took)
      if (problem) {
        failures[problem] = (failures[problem] ?? 0) + 1
        await sleep(5)
      }
    }
  }))
  const elapsed = (performance.now() - begun) / 1000
  took.sort((one, other) => one - other)
  const failed = Object.values(failures).reduce((all, count) => all + count, 0)
  return { requests: took.length, failed, rate: took.length / elapsed, p50: at(took, 0.5), p99: at(took, 0.99), failures }
}

/** Reads over one connection until the end, or until something goes wrong, and says what. */
function readOver({ host, port, path }: Omit<Reading, 'connections' | 'seconds'>, end: number, took: number[]): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const question = `GET ${path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip\r\n\r\n`
  const socket = connect({ host, port, noDelay: true })
  let asked = 0
  let missing = 0
  let isLast = false
  const finish = (problem?: string) => {
    socket.destroy()
    resolve(problem)
  }
  const ask = () => {
    asked = performance.now()
    socket.write(question)
  }
  socket.on('connect', ask)
  socket.on('data', (chunk) => {
    if (missing === 0) {
      const head = chunk.indexOf('\r\n\r\n')
      const words = chunk.toString('latin1', 0, head)
      const length = /content-length: (\d+)/i.exec(words)?.[1]
      if (!words.startsWith('HTTP/1.1 200') || !length)
        return finish(words.split('\r\n', 1)[0])
      missing = head + 4 + Number(length)
      isLast = /connection: close/i.test(words)
    }
    missing -= chunk.length
    if (missing > 0)
      return
    if (missing < 0)
      return finish('more bytes than announced')
    const now = performance.now()
    took.push(now - asked)
    // A server may end a connection after so many requests, and says so.
    if (now > end || isLast)
      finish()
    else
      ask()
  })
  socket.on('error', ({ message }) => finish(message))
  socket.on('close', () => finish(missing > 0 ? 'cut off' : undefined))
  return promise
}

function at(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
