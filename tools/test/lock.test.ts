import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { lock } from '../src/lock.ts'

it('keeps a folder from a second process, until the first one ends, however it ends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-lock-'))
  const claim = (end = '') =>
    run(
      `import { lock } from ${JSON.stringify(join(import.meta.dirname, '../src/lock.ts'))}; lock(${JSON.stringify(folder)}, 'taken'); ${end}`,
    )

  expect(() => claim(`process.kill(process.pid, 'SIGKILL')`)).toThrow()
  lock(folder, 'taken')
  expect(() => claim()).toThrow('taken')
  rmSync(folder, { recursive: true })
})

function run(script: string): void {
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'pipe' })
}
