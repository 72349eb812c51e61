import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A finished page, in every form that a reader may take. */
export interface Page {
  status: number
  /** What the framework set, without what belongs to one answer. */
  headers: [name: string, value: string][]
  forms: Record<Encoding, Form>
  /** Of all forms together. */
  bytes: number
}

export type Encoding = 'br' | 'gzip' | 'identity'

export interface Form {
  body: Buffer
  etag: string
}

/** Makes a page of what the framework answered; each form is compressed once, here. */
export async function makePage({ status, headers, body }: { status: number, headers: Headers, body: Buffer }): Promise<Page> {
  const [br, gzipped] = await Promise.all([compressBrotli(body, BROTLI), compressGzip(body, { level: 9 })])
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return {
    status,
    headers: [...headers].filter(([name]) => !OF_ONE_ANSWER.has(name)),
    forms: {
      br: { body: br, etag: `"${hash}-br"` },
      gzip: { body: gzipped, etag: `"${hash}-gz"` },
      identity: { body, etag: `"${hash}"` },
    },
    bytes: body.length + br.length + gzipped.length,
  }
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

// The best that does not cost more time than the page itself: by it, most articles come in one flight of packets.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }

const OF_ONE_ANSWER = new Set(['cache-control', 'connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive', 'transfer-encoding', 'vary'])
