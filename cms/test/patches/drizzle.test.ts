import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpatchedCopy } from './unpatchedCopy.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-drizzle-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the patch of @payloadcms/drizzle', { timeout: 120_000 }, () => {
  it('mends what it is for', async () => {
    expect(await faults('patched')).toEqual([])
  })

  it('is still needed: take out of it whatever upstream has mended', async () => {
    const installed = installedDrizzle()
    const copy = unpatchedCopy(installed, '@payloadcms__drizzle@3.90.1.patch', folder)
    expect(
      await faults('unpatched', { REPLACED: pathToFileURL(installed).href, REPLACEMENT: pathToFileURL(copy).href }),
    ).toEqual([
      'a row keeps the reference of the one that was in its place',
      'null for rows is an error',
      'null for texts leaves them',
    ])
  })
})

/** The faults that a CMS on SQLite has, in a process of its own. */
async function faults(name: string, replacement?: { REPLACED: string, REPLACEMENT: string }): Promise<string[]> {
  const hooks = replacement ? ['--import', new URL('replacePackage.ts', import.meta.url).href] : []
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...hooks,
    fileURLToPath(new URL('drizzleFaults.ts', import.meta.url)),
  ], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      DATA_DIR: join(folder, name),
      DATABASE_URL: `file:${join(folder, name)}/masthead.db`,
      PAYLOAD_SECRET: 'the secret of the tests',
      ...replacement,
    },
  })
  return JSON.parse(stdout) as string[]
}

function installedDrizzle(): string {
  const adapter = realpathSync(createRequire(import.meta.url).resolve('@payloadcms/db-sqlite'))
  return dirname(dirname(realpathSync(createRequire(adapter).resolve('@payloadcms/drizzle'))))
}
