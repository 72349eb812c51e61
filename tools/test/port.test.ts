import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { requireFreePort } from '../src/port.ts'

it.for(['127.0.0.1', '0.0.0.0'])('a port taken on %s is refused with the variable to change', async (host) => {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await expect(requireFreePort(port, 'WEB_PORT')).rejects.toThrow(
    `Port ${port} is taken by another program: stop that, or choose another port with WEB_PORT.`,
  )
  server.close()
  await once(server, 'close')
  await expect(requireFreePort(port, 'WEB_PORT')).resolves.toBeUndefined()
})
