import type { Page } from '../../../server/page-cache/Page'
import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makePage } from '../../../server/page-cache/Page'
import { PageCache } from '../../../server/page-cache/PageCache'
import { PageFiles } from '../../../server/page-cache/PageFiles'

export function page(words: string, status = 200): Promise<Page> {
  return makePage({ status, headers: new Headers({ 'content-type': 'text/html;charset=utf-8', 'x-frame': 'kept' }), body: Buffer.from(words) })
}

export function words({ forms }: Page): string {
  return forms.identity.body.toString()
}

/** A folder for this test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function newCache({ limit = 1_000_000, folder = newFolder(), build = 'a build' } = {}): PageCache {
  return new PageCache({ limit, files: new PageFiles(folder), build })
}
