import { join } from 'node:path'
import process from 'node:process'
import { fingerprint, makeOnce } from './fingerprint.ts'
import { runStep } from './step.ts'
import { root } from './workspace.ts'

/** Installs the packages of the workspace, unless they are installed. */
export async function install(stop: AbortSignal): Promise<void> {
  const wanted = fingerprint([
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'patches',
    'package.json',
    'cms/package.json',
    'web/package.json',
    'shared/package.json',
  ])
  await makeOnce(join(root, 'node_modules', '.installed'), wanted, async () => {
    await runStep(
      'Installing the packages',
      [
        join(import.meta.dirname, 'pnpm.ts'),
        'install',
        '--frozen-lockfile',
        // Replaces an installation from another home or store without a prompt, which a server could not answer.
        '--config.confirmModulesPurge=false',
        // Without a network, pnpm would retry for minutes in vain.
        '--config.fetchRetries=1',
        '--config.fetchRetryMintimeout=1000',
      ],
      { cwd: root, env: process.env },
      stop,
    )
  })
}
