import type { LiveCheck, PageCheck } from './LiveCheck.ts'
import type { Seen } from './readPage.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '../env.ts'
import { readPage } from './readPage.ts'

/** What a page has to be like for a change to be live there. */
export interface Expected {
  path: string
  is: (seen: Seen) => boolean
}

export type SeenPage = PageCheck & Pick<LiveCheck, 'through'>

/**
 * Looks at a page until it is as expected, for some seconds; where the public address cannot be reached, from inside.
 *
 * @param options.patience milliseconds for which it looks again
 */
export async function checkPage({ path, is }: Expected, begun: Date, { patience = TIMEOUT_MS } = {}): Promise<SeenPage> {
  const end = Date.now() + patience
  for (let wait = 20; ; wait = Math.min(wait * 1.5, 300)) {
    const { seen, through, problem } = await look(path)
    if (seen && is(seen))
      return { path, through, took: Date.now() - begun.getTime() }
    if (Date.now() >= end || (problem && wait > 100))
      return { path, through, problem: problem ?? whyNot(seen!) }
    await sleep(wait)
  }
}

/** Milliseconds. */
const TIMEOUT_MS = 8000

/** The problem of a page that is there, and not as expected. */
export const UNCHANGED = 'readers still see what was there before'

function whyNot({ status }: Seen): string {
  return status >= 500 ? `the site answers ${status}` : UNCHANGED
}

async function look(path: string): Promise<{ seen?: Seen, through: LiveCheck['through'], problem?: string }> {
  try {
    return { seen: await readPage(env.siteUrl + path), through: 'site' }
  }
  catch (error) {
    const problem = `the site cannot be reached (${(error as Error).message})`
    if (env.webUrl === env.siteUrl)
      return { through: 'site', problem }
    return readPage(env.webUrl + path).then(seen => ({ seen, through: 'inside' }), () => ({ through: 'site', problem }))
  }
}
