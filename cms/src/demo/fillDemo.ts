import type { Payload } from 'payload'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describeOutcome } from '../import/describeOutcome.ts'
import { importFiles } from '../import/importFiles.ts'
import { demoRecord } from './demoRecord.ts'
import { fillSite } from './fillSite.ts'
import { findContent } from './findContent.ts'

/**
 * Imports and publishes the demo articles and the site around them, once for each database, and only into one without
 * content. The database remembers it, so that deleted demo content does not come back, and so that the next call
 * completes one that was interrupted.
 *
 * @returns whether all went well
 */
export async function fillDemo(payload: Payload, tell: (line: string) => void): Promise<boolean> {
  const record = demoRecord(payload)
  const state = await record.read()
  const content = state === undefined ? await findContent(payload) : undefined
  if (state === 'filled') {
    tell('The demo content has been filled in already.')
  }
  else if (state === 'declined') {
    tell(
      'The demo content is left out: this database was started with DEMO=0. Choose another DATA_DIR or DATABASE_URL to see it.',
    )
  }
  else if (content) {
    tell(
      `The demo content is left out: the database has ${content} already. Choose another DATA_DIR or DATABASE_URL to see it.`,
    )
  }
  else {
    return await fill(payload, tell)
  }
  return true
}

async function fill(payload: Payload, tell: (line: string) => void): Promise<boolean> {
  const record = demoRecord(payload)
  await record.write('begun')
  const options = { publish: true, overwrite: false, dryRun: false }
  const articles = (await readdir(import.meta.dirname)).filter(file => file.endsWith('.md')).sort()
  let isComplete = true
  for await (const outcome of importFiles(payload, articles.map(file => join(import.meta.dirname, file)), options)) {
    tell(describeOutcome(outcome, options))
    isComplete &&= 'plan' in outcome
  }
  if (isComplete) {
    await fillSite(payload, tell)
    await record.write('filled')
  }
  return isComplete
}
