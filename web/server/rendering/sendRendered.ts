import type { H3Event } from 'h3'
import { Buffer } from 'node:buffer'
import { ERROR_PATH } from '../errorPage'
import { compressFor } from '../http/compressFor'

/** Answers a request with its page, rendered in another process. Where there is none, the error handler leads on or says so. */
export async function sendRendered(event: H3Event): Promise<Buffer> {
  const { path, context: { cms, followed, enquiry } } = event
  if (path.startsWith(ERROR_PATH))
    throw createError({ statusCode: 404 })
  // Not imported with this: the render process has no pool.
  const { renderer } = await import('./renderer')
  const { status, headers, body } = await renderer.render({ path, followed, enquiry }, question => cms.ask(question))
    .catch((cause) => { throw createError({ statusCode: 503, cause }) })
  if (status === 404)
    throw createError({ statusCode: 404 })
  setResponseStatus(event, status)
  for (const [name, value] of headers)
    setResponseHeader(event, name, value)
  return compressFor(event, Buffer.from(body))
}
