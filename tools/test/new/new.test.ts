import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it.each([
  [['section', 'quote'], 'The name “quote” is taken by a section: choose another.'],
  [['section', 'Timeline'], '“Timeline” is no name for a section.'],
  [['collection'], 'Give one name: npm run new:collection -- case-studies'],
  [['page', 'about'], 'Write “npm run new:section -- NAME” or “npm run new:collection -- NAME”.'],
])('refuses %j with a message alone', async (args, message) => {
  const command = promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../src/new.ts'), ...args])
  await expect(command).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(message) as string,
  })
})
