import type { TestProject } from 'vitest/node'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { cmsServer } from '../../../../tools/src/build.ts'
import { startMongo } from '../../../../tools/src/mongodb.ts'

/** Before all tests: sees that there is a CMS to test, and brings the database server that `TEST_DATABASE` names. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(cmsServer))
    throw new Error('The CMS is not built: run `pnpm --filter @masthead/cms build` first. (`npm test` does it by itself.)')

  const database = process.env.TEST_DATABASE ?? 'sqlite'
  if (database === 'sqlite') {
    provide('mongodb', null)
    return async () => {}
  }
  if (database !== 'mongodb')
    throw new Error(`TEST_DATABASE=${database}: give sqlite or mongodb.`)

  const mongo = await startMongo()
  if ('skipped' in mongo)
    throw new Error(mongo.skipped)
  provide('mongodb', mongo.url('NAME'))
  return mongo.stop
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a database on the server, with `NAME` for its name; null where the tests run on SQLite. */
    mongodb: string | null
  }
}
