import { cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { root } from '../../src/workspace.ts'

/** Returns a new folder with the sources of the workspace. It uses the installed packages, but its own `shared`. */
export function copyWorkspace(): string {
  const copy = mkdtempSync(join(tmpdir(), 'masthead-workspace-'))
  for (const name of readdirSync(root).filter(name => !IGNORED.has(name)))
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: path => !IGNORED.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  // Links to packages are relative: copied, the one to `shared` leads to the copy's.
  for (const name of ['cms', 'web', 'shared']) {
    cpSync(join(root, name, 'node_modules'), join(copy, name, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: path => !CACHES.test(path),
    })
  }
  return copy
}

const IGNORED = new Set(['.git', '.data', '.cache', '.next', '.nuxt', '.output', 'node_modules'])

const CACHES = /\/node_modules\/\.(?!bin)[^/]+$/
