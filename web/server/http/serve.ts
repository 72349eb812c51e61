import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import nodeProcess from 'node:process'
import { endWhenHung } from '@masthead/shared/endWhenHung'
import { toNodeListener } from 'h3'
import { attachSite } from './attachSite'

/**
 * Serves the site in production: as Nitro's preset `node-server` does, with canonical addresses and cached pages in
 * front of the framework.
 */
export function serve(): void {
  endWhenHung()
  const nitro = useNitroApp()
  const site = attachSite(nitro)
  const respond = site.listener(toNodeListener(nitro.h3App))
  const started = site.start()
  /** Requests that come before the start wait: if a page has just been removed, nginx has no other to send. */
  const respondLater: RequestListener = (request, response) => void started.then(() => respond(request, response))
  const server = createServer(respondLater)

  server.on('error', fail)
  started.then(() => server.off('request', respondLater).on('request', respond), fail)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    nodeProcess.once(signal, stop)
  nodeProcess.on('unhandledRejection', error => console.error('Unhandled rejection:', error))
  server.listen({ port: Number(nodeProcess.env.PORT || 3000), host: nodeProcess.env.HOST }, () => {
    const { address, family, port } = server.address() as AddressInfo
    nodeProcess.stdout.write(`Listening on http://${family === 'IPv6' ? `[${address}]` : address}:${port}\n`)
  })
  if (nodeProcess.argv.includes('--warm'))
    void site.prewarm()

  /** Finishes the requests under way, and accepts no more. */
  function stop(): void {
    site.stop()
    server.close(() => void nitro.hooks.callHook('close').finally(() => nodeProcess.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS).unref()
  }
}

function fail(error: Error): never {
  console.error(error.message)
  nodeProcess.exit(1)
}

/** Readers may take so long to receive their page. */
const CLOSE_TIMEOUT_MS = 5000
