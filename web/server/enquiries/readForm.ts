import type { H3Event } from 'h3'
import { Buffer } from 'node:buffer'

/**
 * Returns the fields of a form that a browser sent. The limit leaves room for texts that are too long, so that visitors
 * get them back.
 */
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

/** Browsers send each byte of a non-ASCII letter as three: this is some 10,000 letters of the longest kinds. */
const MAX_BYTES = 128 * 1024
