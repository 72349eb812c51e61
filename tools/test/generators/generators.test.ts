import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { FileChanges } from '../../src/new/FileChanges.ts'
import { generateTypes } from '../../src/new/generateTypes.ts'
import { newCollection } from '../../src/new/newCollection.ts'
import { newSection } from '../../src/new/newSection.ts'
import { parseName } from '../../src/new/parseName.ts'
import { copyWorkspace } from './copyWorkspace.ts'

const copy = copyWorkspace()
afterAll(() => rmSync(copy, { recursive: true, force: true }))

it('a new section and a new collection pass the type checks and the linter as they are', async () => {
  const changes = new FileChanges(copy)
  newSection(parseName('section', ['pricing-table']), changes)
  newCollection(parseName('collection', ['case-studies']), changes)
  changes.write()
  await generateTypes(copy, new AbortController().signal)

  const complaints = await Promise.all([
    complaintsOf('cms', 'typescript/bin/tsc', '-p', '.', '--noEmit'),
    complaintsOf('web', 'nuxt/bin/nuxt.mjs', 'typecheck'),
    complaintsOf('.', 'eslint/bin/eslint.js', ...changes.paths.filter(path => /\.(?:ts|vue)$/.test(path))),
  ])
  expect(complaints).toEqual(['', '', ''])
})

/** Returns what a program says if it fails. */
async function complaintsOf(folder: string, program: string, ...args: string[]): Promise<string> {
  const cwd = join(copy, folder)
  return promisify(execFile)(process.execPath, [join(cwd, 'node_modules', program), ...args], { cwd }).then(
    () => '',
    ({ stdout, stderr }) => stdout + stderr,
  )
}
