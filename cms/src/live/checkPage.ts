import type { LiveCheck, PageCheck } from './LiveCheck.ts'
import type { Seen } from './readPage.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '../env.ts'
import { readPage } from './readPage.ts'

/** The condition that a page must meet for a change to be live there. */
export interface Expected {
  path: string
  is: (seen: Seen) => boolean
}

export type SeenPage = PageCheck & Pick<LiveCheck, 'through'>

/**
 * Reads a page until it meets the condition, for some seconds. If the public address cannot be reached, reads the
 * internal one.
 *
 * @param begun the beginning of the change
 * @param options.patience milliseconds during which it reads the page again
 */
export async function checkPage(
  { path, is }: Expected,
  begun: Date,
  { patience = TIMEOUT_MS } = {},
): Promise<SeenPage> {
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

/** Milliseconds during which it reads the page again. */
const TIMEOUT_MS = 8000

/** The problem of a page that answers but does not meet the condition. */
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
