import type { Page } from '../../../server/page-cache/Page'
import { Buffer } from 'node:buffer'
import { makePage } from '../../../server/page-cache/Page'

export function page(words: string, status = 200): Promise<Page> {
  return makePage({ status, headers: new Headers({ 'content-type': 'text/html;charset=utf-8', 'x-frame': 'kept' }), body: Buffer.from(words) })
}
