import type { Payload } from 'payload'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { importFiles } from '../content/importFiles.ts'
import { report } from '../content/report.ts'
import { fillSite } from './fillSite.ts'

/**
 * Imports and publishes the demo articles and the site around them, once for each database: the database remembers, so that what somebody has
 * thrown away does not come back. One that was cut short is completed by the next.
 *
 * @returns whether all went well
 */
export async function fillDemo(payload: Payload, tell: (line: string) => void): Promise<boolean> {
  if (await payload.kv.has(KEY)) {
    tell('The demo content has been filled in already.')
    return true
  }
  const options = { publish: true, overwrite: false, dryRun: false }
  const articles = (await readdir(import.meta.dirname)).filter(file => file.endsWith('.md')).sort()
  let isComplete = true
  for await (const outcome of importFiles(payload, articles.map(file => join(import.meta.dirname, file)), options)) {
    tell(report(outcome, options))
    isComplete &&= 'plan' in outcome
  }
  if (isComplete) {
    await fillSite(payload, tell)
    await payload.kv.set(KEY, { filled: new Date().toISOString() })
  }
  return isComplete
}

const KEY = 'demo'
