import type { Environment } from './environment.ts'
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runStep } from './step.ts'
import { contentCommand, root } from './workspace.ts'

/**
 * Imports the demo content into a new database. The database itself records that; the stamp only saves later starts the
 * check.
 */
export async function importDemo({ env, cms }: Environment, stop: AbortSignal): Promise<void> {
  const stamp = join(env.dataDir, `demo-${createHash('sha256').update(env.databaseUrl).digest('hex').slice(0, 12)}`)
  const file = /^file:(.*)$/.exec(env.databaseUrl)?.[1]
  if (!env.demo || (existsSync(stamp) && (!file || existsSync(file))))
    return
  await runStep('Importing the demo content', [contentCommand, 'demo'], {
    cwd: root,
    env: { ...cms, NODE_ENV: 'production' },
  }, stop)
  writeFileSync(stamp, '')
}
