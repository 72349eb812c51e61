import type { Web } from './startWeb.ts'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Read {
  status: number
  words: string
  etag: string | null
}

/** What a web answers at these paths. */
export async function readAll(web: Web, paths: string[]): Promise<Map<string, Read>> {
  return new Map(await Promise.all(paths.map(async path => [path, await read(web, path)] as const)))
}

/** The words of pages that differ in nothing but in when they were drawn. */
export function wordsOf(pages: Map<string, Read>): Record<string, Omit<Read, 'etag'>> {
  return Object.fromEntries([...pages].map(([path, { status, words }]) => [path, { status, words }]))
}

async function read(web: Web, path: string, tries = 25): Promise<Read> {
  const answer = await fetch(web.url + path, { redirect: 'manual' })
  // For a moment after the CMS has begun again, what is not kept is not there yet.
  if (answer.status === 503 && tries > 0) {
    await sleep(200)
    return read(web, path, tries - 1)
  }
  const text = await answer.text()
  // A kept page may differ in the change that it had followed, and in the name of an enquiry form.
  return {
    status: answer.status,
    words: text.replace(/<meta name="revision"[^>]*>/, '').replaceAll(/(?<=name="submission" value=")[^"]*/g, ''),
    etag: answer.headers.get('etag'),
  }
}
