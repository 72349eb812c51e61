import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { deflated, gzipOf } from './deflated'

/** A finished page. It is stored compressed, since almost every reader accepts that. */
export interface Page {
  status: number
  /** The headers that the framework set, without those of a single response. */
  headers: PageHeaders
  etag: string
  gzip: Buffer
}

export type PageHeaders = [name: string, value: string][]

export type Encoding = 'gzip' | 'identity'

/** Makes a page that is never composed, such as the page of an error. */
export async function makePage(
  { status, headers, html }: { status: number, headers: PageHeaders, html: string },
): Promise<Page> {
  return { status, headers: headersOf(headers), etag: digestOf([html]), gzip: gzipOf([await deflated(html)]) }
}

/** Returns a page as HTML, uncompressed. */
export function bodyOf({ gzip }: Page): Buffer {
  return gunzipSync(gzip)
}

/** Returns the headers that belong to the page and not to a single response. */
export function headersOf(headers: PageHeaders): PageHeaders {
  return headers.filter(([name]) => !RESPONSE_HEADERS.has(name.toLowerCase()))
}

/** Returns a short digest of some data. */
export function digestOf(data: readonly (Buffer | string)[]): string {
  const hash = createHash('sha256')
  for (const some of data)
    hash.update(some).update('\0')
  return hash.digest('base64url').slice(0, 22)
}

const RESPONSE_HEADERS = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'vary',
])
