import { join } from 'node:path'
import process from 'node:process'
import { fingerprint, makeOnce } from './fingerprint.ts'
import { runStep } from './step.ts'
import { root } from './workspace.ts'

/** Installs the packages of the workspace, unless that is done. */
export async function install(stop: AbortSignal): Promise<void> {
  const wanted = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'patches', 'package.json', 'cms/package.json', 'web/package.json', 'shared/package.json'])
  await makeOnce(join(root, 'node_modules', '.installed'), wanted, async () => {
    await runStep('Installing the packages', [
      join(import.meta.dirname, 'pnpm.ts'),
      'install',
      '--frozen-lockfile',
      // An installation from another home or store is replaced without asking: nobody may be there to answer.
      '--config.confirmModulesPurge=false',
      // Without a network it is not worth the minutes that pnpm would wait for one.
      '--config.fetchRetries=1',
      '--config.fetchRetryMintimeout=1000',
    ], { cwd: root, env: process.env }, stop)
  })
}
