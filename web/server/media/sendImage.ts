import type { Buffer } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { matchesEtag } from '../http/matchesEtag'

export interface SentImage {
  body: Buffer
  /** Its media type. */
  type: string
  /** Names its bytes. */
  etag: string
}

/** Sends an image, the requested part of it, or 304 if the reader has it. Its address changes with its bytes. */
export function sendImage(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { body, type, etag }: SentImage,
): void {
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  response.setHeader('ETag', etag)
  response.setHeader('Accept-Ranges', 'bytes')
  if (matchesEtag(headers['if-none-match'], etag))
    return void response.writeHead(304).end()
  const range = headers['if-range'] === undefined || headers['if-range'] === etag
    ? rangeIn(headers.range, body.length)
    : undefined
  if (range === 'unsatisfiable')
    return void response.writeHead(416, { 'Content-Range': `bytes */${body.length}`, 'Content-Length': 0 }).end()
  const [from, to] = range ?? [0, body.length - 1]
  response.writeHead(range ? 206 : 200, {
    'Content-Type': type,
    'Content-Length': to - from + 1,
    ...(range && { 'Content-Range': `bytes ${from}-${to}/${body.length}` }),
  })
  response.end(method === 'HEAD' ? undefined : body.subarray(from, to + 1))
}

/** Returns the first and the last byte of a range; undefined if the whole image is meant, as for several ranges. */
function rangeIn(range: string | undefined, length: number): [from: number, to: number] | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === ''))
    return undefined
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (first !== '' && last !== '' && Number(last) < from)
    return undefined
  return from >= length || (last === '0' && first === '') ? 'unsatisfiable' : [from, to]
}
