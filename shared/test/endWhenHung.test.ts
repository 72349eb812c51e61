import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const MODULE = new URL('../src/endWhenHung.ts', import.meta.url).href

function run(program: string): Promise<{ signal?: string, stdout: string, stderr: string }> {
  return promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { endWhenHung } from '${MODULE}'; endWhenHung(2); ${program}`,
  ])
    .catch((error: { signal: string, stdout: string, stderr: string }) => error)
}

it('ends a process that does not get on, and says so', async () => {
  const { signal, stderr } = await run('setTimeout(() => { for (;;); }, 500)')
  expect([signal, stderr]).toEqual([
    'SIGKILL',
    expect.stringContaining('This process did not get on for 2 s and is ended.'),
  ])
})

it('leaves alone one that is only busy, and keeps none running', async () => {
  const { signal, stdout } = await run(
    'for (let turn = 0; turn < 4; turn++) { const end = Date.now() + 900; while (Date.now() < end); await new Promise(resolve => setTimeout(resolve, 300)) } console.log("done")',
  )
  expect([signal, stdout]).toEqual([undefined, 'done\n'])
})
