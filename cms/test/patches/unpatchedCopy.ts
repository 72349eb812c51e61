import { execFileSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Copies an installed package into a folder and takes its patch out again; returns the folder of the copy, which finds
 * the same dependencies as the original.
 *
 * @throws where `git`, which reverts the patch, is missing, or the patch is not the one that is installed.
 */
export function unpatchedCopy(installed: string, patch: string, folder: string): string {
  const copy = join(folder, 'package')
  cpSync(installed, copy, { recursive: true })
  symlinkSync(dependenciesOf(installed), join(folder, 'node_modules'))
  execFileSync('git', ['apply', '--reverse', fileURLToPath(new URL(`../../../patches/${patch}`, import.meta.url))], {
    cwd: copy,
  })
  return copy
}

/** The folder in which pnpm links what a package depends on, beside the package itself. */
function dependenciesOf(installed: string): string {
  return installed.slice(0, installed.lastIndexOf('/node_modules/') + '/node_modules'.length)
}
