import { Buffer } from 'node:buffer'
import { connect } from 'node:net'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Reads one address over many connections for some time. Each sends its next request after a response. Run it as a
 * process of its own: `node load.ts HOST PORT PATH CONNECTIONS SECONDS STATUS`. Prints a `Load`.
 */
export interface Load {
  requests: number
  /** Requests without the expected status, or without as many bytes as announced. */
  failed: number
  /** Requests per second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** How often each problem occurred. */
  failures: Record<string, number>
}

if (import.meta.main) {
  const [host = '', port, path, connections, seconds, status] = process.argv.slice(2)
  const load = await read({
    host,
    port: Number(port),
    path: path!,
    connections: Number(connections),
    seconds: Number(seconds),
    status: Number(status),
  })
  process.stdout.write(JSON.stringify(load))
}

interface Reading {
  host: string
  port: number
  path: string
  connections: number
  seconds: number
  /** The expected status. */
  status: number
}

async function read({ seconds, connections, ...address }: Reading): Promise<Load> {
  const startedAt = performance.now()
  const end = startedAt + seconds * 1000
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
  const elapsed = (performance.now() - startedAt) / 1000
  took.sort((one, other) => one - other)
  const failed = Object.values(failures).reduce((all, count) => all + count, 0)
  return {
    requests: took.length,
    failed,
    rate: took.length / elapsed,
    p50: at(took, 0.5),
    p99: at(took, 0.99),
    failures,
  }
}

/** Reads over one connection until the end. Returns the problem, if there was one. */
function readOver(
  { host, port, path, status }: Omit<Reading, 'connections' | 'seconds'>,
  end: number,
  took: number[],
): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const request = `GET ${path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip\r\n\r\n`
  let sent = 0
  let missing = 0
  let head: Head | undefined
  const finish = (problem?: string) => {
    socket.destroy()
    resolve(problem)
  }
  const send = () => {
    sent = performance.now()
    socket.write(request)
  }
  const take = (length: number, buffer: Uint8Array) => {
    if (missing === 0) {
      // Most responses have the same head as the one before, except for the time.
      if (!head || head.bytes.length > length || head.bytes.compare(buffer, 0, head.bytes.length) !== 0)
        head = headIn(Buffer.from(buffer.subarray(0, length)), status)
      if (head.problem)
        return finish(head.problem)
      missing = head.bytes.length + head.length
    }
    missing -= length
    if (missing > 0)
      return
    if (missing < 0)
      return finish('more bytes than announced')
    const now = performance.now()
    took.push(now - sent)
    if (now > end || head!.isLast)
      finish()
    else
      send()
  }
  // Into one buffer: a client that makes garbage would be slower than what it measures.
  const onread = {
    buffer: Buffer.alloc(65_536),
    callback: (length: number, buffer: Uint8Array) => {
      take(length, buffer)
      return true
    },
  }
  const socket = connect({ host, port, noDelay: true, onread })
  socket.on('connect', send)
  socket.on('error', ({ message }) => finish(message))
  socket.on('close', () => finish(missing > 0 ? 'cut off' : undefined))
  return promise
}

interface Head {
  bytes: Buffer
  /** Of the body. */
  length: number
  /** A server may end a connection after so many requests, and says so. */
  isLast: boolean
  problem?: string
}

function headIn(chunk: Buffer, status: number): Head {
  const bytes = chunk.subarray(0, chunk.indexOf('\r\n\r\n') + 4)
  const text = bytes.toString('latin1')
  const length = /content-length: (\d+)/i.exec(text)?.[1]
  const problem = text.startsWith(`HTTP/1.1 ${status}`) && length ? undefined : text.split('\r\n', 1)[0]
  return { bytes, length: Number(length), isLast: /connection: close/i.test(text), problem }
}

function at(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
