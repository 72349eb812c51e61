import { createServer } from 'node:http'
import process from 'node:process'
import { toNodeListener } from 'h3'
import { useNitroApp } from 'nitropack/runtime'
import { followCms, withPages } from './page-cache/pages'

/** The web in production: what Nitro's preset `node-server` does, with the kept pages in front of the framework. */
const nitro = useNitroApp()
const server = createServer(withPages(toNodeListener(nitro.h3App)))
const follower = followCms()

server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.listen({ port: Number(process.env.PORT || 3000), host: process.env.HOST })

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, stop)
process.on('unhandledRejection', error => console.error('Unhandled rejection:', error))

/** Answers who has asked, and nobody else. */
function stop(): void {
  follower.stop()
  server.close(() => void nitro.hooks.callHook('close').finally(() => process.exit(0)))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), PATIENCE).unref()
}

/** Milliseconds for readers who are slow to take their page. */
const PATIENCE = 5000
