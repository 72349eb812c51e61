import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { subscribe } from 'node:diagnostics_channel'

/**
 * Puts a handler in front of Next: it returns whether it answers the request. Next does not expose its server; the
 * first request gives access to it. The handler that was added last sees a request first.
 */
export function interceptRequests(handle: (request: IncomingMessage, response: ServerResponse) => boolean): void {
  const intercepted = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server }
    if (intercepted.has(server))
      return
    intercepted.add(server)
    const listeners = server.listeners('request')
    server.removeAllListeners('request')
    server.on('request', (request, response) => {
      if (!handle(request, response))
        listeners.forEach(listener => Reflect.apply(listener, server, [request, response]))
    })
  })
}
