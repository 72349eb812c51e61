import { once } from 'node:events'
import { createServer } from 'node:net'
import { Failure } from './failure.ts'

/**
 * Checks that a server can listen on this port.
 * @throws {Failure} naming the variable to change if it cannot
 */
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
    // On a machine without IPv6, nothing can occupy the port there.
    if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT')
      throw error
    return
  }
  server.close()
  await once(server, 'close')
}
