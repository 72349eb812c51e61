import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import nodeProcess from 'node:process'
import { endWhenHung } from '@masthead/shared/endWhenHung'
import { toNodeListener } from 'h3'
import { env } from '../env'
import { begin, end, renderAhead, withPages } from '../page-cache/keptPages'
import { knownAddresses } from './knownAddresses'
import { withOneAddress } from './withOneAddress'
import { withTransportSecurity } from './withTransportSecurity'

/** The web in production: what Nitro's preset `node-server` does, with canonical addresses and the kept pages in front of the framework. */
export function serve(): void {
  endWhenHung()
  const nitro = useNitroApp()
  const answerPlain = withOneAddress(paths => knownAddresses.ruleOf(paths), withPages(toNodeListener(nitro.h3App)))
  const answer = env.hstsMaxAgeS !== undefined && env.siteUrl.startsWith('https:') ? withTransportSecurity(env.hstsMaxAgeS, answerPlain) : answerPlain
  const begun = begin()
  /** Who comes too soon waits: of a page that has just gone, nginx has none to show instead. */
  const answerLater: RequestListener = (request, response) => void begun.then(() => answer(request, response))
  const server = createServer(answerLater)

  server.on('error', fail)
  begun.then(() => server.off('request', answerLater).on('request', answer), fail)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    nodeProcess.once(signal, stop)
  nodeProcess.on('unhandledRejection', error => console.error('Unhandled rejection:', error))
  server.listen({ port: Number(nodeProcess.env.PORT || 3000), host: nodeProcess.env.HOST }, () => {
    const { address, family, port } = server.address() as AddressInfo
    nodeProcess.stdout.write(`Listening on http://${family === 'IPv6' ? `[${address}]` : address}:${port}\n`)
  })
  if (nodeProcess.argv.includes('--warm'))
    void renderAhead()

  /** Answers the requests under way, and takes no more. */
  function stop(): void {
    end()
    server.close(() => void nitro.hooks.callHook('close').finally(() => nodeProcess.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref()
  }
}

function fail(error: Error): never {
  console.error(error.message)
  nodeProcess.exit(1)
}

/** Milliseconds for readers who are slow to take their page. */
const PATIENCE = 5000
