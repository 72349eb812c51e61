import type { TestProject } from 'vitest/node'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cmsServer } from '../../../../tools/src/build.ts'
import { startMongo } from '../../../../tools/src/mongodb.ts'
import { SQLITE_FILE } from './SQLITE_FILE.ts'

/**
 * Before all tests: sees that there is a CMS to test, and prepares the database that `TEST_DATABASE` names, a server of
 * MongoDB or an SQLite file with all migrations.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(cmsServer)) {
    throw new Error(
      'The CMS is not built: run `pnpm --filter @masthead/cms build` first. (`npm test` does it by itself.)',
    )
  }

  const database = process.env.TEST_DATABASE ?? 'sqlite'
  if (database === 'sqlite') {
    const folder = await migrated()
    provide('mongodb', null)
    provide('migrated', folder)
    return () => rm(folder, { recursive: true })
  }
  if (database !== 'mongodb')
    throw new Error(`TEST_DATABASE=${database}: give sqlite or mongodb.`)

  const mongo = await startMongo()
  if ('skipped' in mongo)
    throw new Error(mongo.skipped)
  provide('mongodb', mongo.url('NAME'))
  provide('migrated', null)
  return mongo.stop
}

/** Makes an SQLite database that has all migrations and no documents; returns its folder. */
async function migrated(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-migrated-'))
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, SQLITE_FILE)}`,
    PAYLOAD_SECRET: 'the secret of no CMS',
  }
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL('migrate.ts', import.meta.url))], { env })
  return folder
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a database on the server, with `NAME` for its name; null where the tests run on SQLite. */
    mongodb: string | null
    /** A folder with an SQLite database without documents, to copy; null where the tests run on MongoDB. */
    migrated: string | null
  }
}
