import type { ApiHandler } from './guardRequests.ts'
import { withBody } from './withBody.ts'

/**
 * Reads what a handler leaves of a body, as soon as it has answered, and drops it. Otherwise the rest stays before the
 * next request on the same connection, which then waits until Node ends the connection: Payload stops reading an upload
 * whose parts it cannot understand. A client that is still sending would take a closed connection for a broken one.
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

/** Node ends a request that takes longer than five minutes. */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  }
  catch {
    // The client went away, which is all the same now.
  }
}
