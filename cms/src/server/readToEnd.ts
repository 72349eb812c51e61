import type { ApiHandler } from './ApiHandler.ts'
import { withBody } from './withBody.ts'

/**
 * Reads and drops the rest of a body after the handler has answered. Otherwise the rest would block the next request on
 * the same connection until Node ends the connection: Payload stops reading an upload whose parts are invalid. Closing
 * the connection at once would look like a network failure to a client that is still sending.
 */
export function readToEnd(handler: ApiHandler): ApiHandler {
  return async (request, context) => {
    if (!request.body)
      return handler(request, context)
    const reader = request.body.getReader()
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const { done, value } = await reader.read()
        if (done)
          controller.close()
        else
          controller.enqueue(value)
      },
    })
    try {
      return await handler(withBody(request, body), context)
    }
    finally {
      void drop(reader)
    }
  }
}

/** Reads until the end, for at most five minutes: then Node ends the request. */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  }
  catch {
    // The client has disconnected, so nothing is left to read.
  }
}
