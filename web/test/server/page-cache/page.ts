import type { Page } from '../../../server/page-cache/Page'
import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { makePage } from '../../../server/page-cache/Page'
import { PageCache } from '../../../server/page-cache/PageCache'
import { PageFiles } from '../../../server/page-cache/PageFiles'
import { RecordedResponses } from '../../../server/page-cache/RecordedResponses'

export function page(words: string, status = 200): Promise<Page> {
  return makePage({ status, headers: new Headers({ 'content-type': 'text/html;charset=utf-8', 'x-frame': 'kept' }), body: Buffer.from(words) })
}

export function words({ forms }: Page): string {
  return forms.identity.body.toString()
}

const root = mkdtempSync(join(tmpdir(), 'pages-'))
// Not with each test: pages are written a little later than they are kept.
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A folder for a test. */
export function newFolder(): string {
  return mkdtempSync(join(root, 'pages-'))
}

export function newCache({ limit = 1_000_000, folder = newFolder(), build = 'a build', calm = 10 } = {}): PageCache {
  return new PageCache({ limit, files: new PageFiles(folder), build, calm })
}

export function newResponses({ folder = newFolder(), followed = 0 as number | undefined } = {}): RecordedResponses {
  return new RecordedResponses({ folder, followed })
}
