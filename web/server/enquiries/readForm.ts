import type { H3Event } from 'h3'
import { Buffer } from 'node:buffer'

/** The fields of a form as a browser sends them. A text far too long for us still comes back to whoever wrote it. */
export async function readForm(event: H3Event): Promise<Record<string, string>> {
  const { req } = event.node
  if (!/^application\/x-www-form-urlencoded *(?:;|$)/i.test(req.headers['content-type'] ?? ''))
    throw createError({ statusCode: 415 })
  if (Number(req.headers['content-length']) > MAX_BYTES)
    throw createError({ statusCode: 413 })
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req) {
    length += (chunk as Buffer).length
    if (length > MAX_BYTES)
      throw createError({ statusCode: 413 })
    chunks.push(chunk as Buffer)
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
}

/** Each byte of a letter beyond ASCII is sent as three: this is some 10,000 letters of the longest kinds. */
const MAX_BYTES = 128 * 1024
