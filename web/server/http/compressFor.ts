import type { H3Event } from 'h3'
import type { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { encodingFor } from './encodingFor'

/**
 * Compresses a response that is not cached (the thanks for an enquiry, a form with its errors) if the reader accepts
 * that.
 */
export async function compressFor(event: H3Event, body: Buffer): Promise<Buffer> {
  if (event.method === 'HEAD')
    return body
  setResponseHeader(event, 'Vary', 'Accept-Encoding')
  const encoding = encodingFor(getRequestHeader(event, 'accept-encoding'))
  if (encoding === 'identity')
    return body
  setResponseHeader(event, 'Content-Encoding', encoding)
  return promisify(gzip)(body)
}
