import type { Cms } from '../../integration/harness/cms.ts'
import { once } from 'node:events'
import { dirname } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { startChild } from '../../../../tools/src/child.ts'

/** Runs one of the commands of the CMS on the database of a CMS: its exit code, and all that it said. */
export async function runCli(
  name: keyof typeof FOLDERS,
  args: string[],
  { environment }: Pick<Cms, 'environment'>,
): Promise<{ code: number | null, said: string }> {
  const cli = fileURLToPath(new URL(`../../../src/${FOLDERS[name]}/cli.ts`, import.meta.url))
  let said = ''
  const child = startChild([cli, ...args], {
    cwd: dirname(cli),
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      NODE_ENV: 'production',
      ...environment,
    },
    onLine: line => said += `${line}\n`,
  })
  const [code] = await once(child, 'close') as [number | null]
  return { code, said }
}

/** The folder of `cms/src` that holds each command. */
const FOLDERS = { audit: 'audit', backup: 'backup', content: 'import', people: 'users' }
