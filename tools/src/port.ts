import { once } from 'node:events'
import { createServer } from 'node:net'
import { Failure } from './failure.ts'

/** Fails, naming the variable to change, unless a server can listen on this port. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  for (const host of ['0.0.0.0', '127.0.0.1', '::1'])
    await tryPort(port, host, variable)
}

async function tryPort(port: number, host: string, variable: string): Promise<void> {
  const server = createServer()
  server.listen({ port, host, exclusive: true })
  try {
    await once(server, 'listening')
  }
  catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Failure(`Port ${port} is taken by another program: stop that, or choose another port with ${variable}.`)
    if (code === 'EACCES')
      throw new Failure(`Port ${port} may not be used by this user: choose one above 1023 with ${variable}.`)
    // A machine without IPv6 has nothing there to be in the way.
    if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT')
      throw error
    return
  }
  server.close()
  await once(server, 'close')
}
