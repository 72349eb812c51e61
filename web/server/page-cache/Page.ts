import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A finished page, in every form that a reader may take. */
export interface Page {
  status: number
  /** What the framework set, without what belongs to one answer. */
  headers: PageHeaders
  forms: Record<Encoding, Form>
  /** Of all forms together. */
  bytes: number
}

export type PageHeaders = [name: string, value: string][]

export type Encoding = 'br' | 'gzip' | 'identity'

export interface Form {
  body: Buffer
  etag: string
}

/** Makes a page of what the framework answered; each form is compressed once, here. */
export async function makePage({ status, headers, body }: { status: number, headers: Headers, body: Buffer }): Promise<Page> {
  const [br, gzipped] = await Promise.all([compressBrotli(body, BROTLI), compressGzip(body, { level: 9 })])
  return pageOf({ status, headers: [...headers].filter(([name]) => !OF_ONE_ANSWER.has(name)), bodies: { br, gzip: gzipped, identity: body } })
}

export function pageOf({ status, headers, bodies }: { status: number, headers: PageHeaders, bodies: Record<Encoding, Buffer> }): Page {
  const { br, gzip, identity } = bodies
  return {
    status,
    headers,
    forms: { br: formOf(br), gzip: formOf(gzip), identity: formOf(identity) },
    bytes: br.length + gzip.length + identity.length,
  }
}

function formOf(body: Buffer): Form {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

// The best that does not cost more time than the page itself: by it, most articles come in one flight of packets.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }

const OF_ONE_ANSWER = new Set(['cache-control', 'connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive', 'transfer-encoding', 'vary'])
