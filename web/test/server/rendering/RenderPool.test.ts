import type { Buffer } from 'node:buffer'
import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { CmsError } from '@masthead/shared/error'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { htmlOf } from '../../../app/layout/slotMarkers'
import { RenderPool } from '../../../server/rendering/RenderPool'
import { RenderProcess } from '../../../server/rendering/RenderProcess'

let children: ChildProcess[]
let now: number
let pool: RenderPool
let stepMs: number

/** Longer than a good page takes on any machine: a test that counts processes wants none ended for being slow. */
const AMPLE_MS = 60_000

beforeEach(() => {
  stepMs = 1000
  vi.spyOn(console, 'error').mockImplementation(() => {})
  children = []
  now = 0
  pool = new RenderPool({ start, size: 2, now: () => now })
})

afterEach(() => {
  vi.restoreAllMocks()
  children.forEach(child => child.kill('SIGKILL'))
})

it.each(['/loop', '/strings', '/arrays', '/buffers', '/exit', '/never', '/asks-on'])(
  '%s costs no other page anything, and is left alone after the third time, for a minute',
  async (path) => {
    await render('/before')
    const bad = render(path).catch(String)
    for (let count = 0; count < 20; count++) {
      expect(await render(`/other-${count}`)).toBe(`/other-${count}`)
      await sleep(20)
    }
    expect(await bad).toContain(`RenderError: "${path}": it ended 3 render processes, and is left alone for a minute`)
    const started = children.length
    await expect(render(`${path}?again`)).rejects.toThrow('is left alone for a minute')
    expect(children.length).toBe(started)
    now = 60_000
    await expect(render(path)).rejects.toThrow('is left alone for a minute')
    expect(children.length).toBeGreaterThan(started)
    expect(await render('/after')).toBe('/after')
  },
)

it('renders a page again whose process was killed or stopped from outside', async () => {
  for (const signal of ['SIGKILL', 'SIGSTOP'] as const) {
    await render('/before')
    const answers = Promise.withResolvers<void>()
    const page = render('/asks', () => answers.promise.then(() => 'Answered.'))
    await sleep(50)
    children.at(-1)!.kill(signal)
    answers.resolve()
    expect(await page).toBe('Answered.')
  }
})

it('goes on after a page that threw, and after one that left something behind', async () => {
  stepMs = AMPLE_MS
  await expect(render('/throws')).rejects.toThrow('No such thing.')
  expect(children.length).toBe(1)
  expect(await render('/late')).toBe('On time.')
  await sleep(100)
  expect(await render('/next')).toBe('/next')
})

it('waits for the CMS as long as the CMS takes, and hands on what it says', async () => {
  expect(
    await render('/asks', async ({ path }) => {
      await sleep(1500)
      return `All ${path}.`
    }),
  ).toBe('All posts.')
  const problem = { method: 'GET', url: 'http://cms/api/posts', status: 503, problem: 'later' }
  await expect(render('/asks', () => Promise.reject(new CmsError(problem)))).rejects.toThrow('later')
  expect(children.length).toBe(1)
})

it('renders no more at once than it may, and all of them', async () => {
  stepMs = AMPLE_MS
  const pages = await Promise.all(Array.from({ length: 50 }, (_, index) => render(`/page-${index}`)))
  expect(pages).toEqual(Array.from({ length: 50 }, (_, index) => `/page-${index}`))
  expect(children.length).toBe(2)
})

async function render(
  path: string,
  send: (request: { path: string }) => Promise<unknown> = () => Promise.resolve('nothing'),
): Promise<string> {
  const { pieces } = await pool.render({ path }, send)
  return htmlOf(pieces)
}

function start(): RenderProcess {
  const child = fork(new URL('renderBadly.mjs', import.meta.url), {
    execArgv: ['--max-old-space-size=64'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  children.push(child)
  return new RenderProcess(child, { stepMs, renderMs: 3 * stepMs, memoryBytes: 300 * 1024 ** 2, maxRequests: 200 })
}

it.skipIf(process.platform === 'win32')(
  'ends a render process with the one that started it, though it loops',
  async () => {
    const module = new URL('../../../server/rendering/exitWithParent.ts', import.meta.url).href
    const program = `
    import { fork } from 'node:child_process'
    const child = fork('data:text/javascript,', [], { execArgv: ['--input-type=module', '--eval', ${
      JSON.stringify(
        `import { exitWithParent } from '${module}'; exitWithParent(); process.send('on'); setTimeout(() => { for (;;); }, 50)`,
      )
    }] })
    child.on('message', () => setTimeout(() => { console.log(child.pid); process.kill(process.pid, 'SIGKILL') }, 200))`
    const parent = fork('-', [], {
      execArgv: ['--input-type=module', '--eval', program],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    const [printed] = await parent.stdout!.take(1).toArray() as [Buffer]
    const pid = Number(String(printed))
    expect(pid).toBeGreaterThan(0)
    await vi.waitUntil(() => !isAlive(pid), { timeout: 5000 })
  },
)

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  }
  catch {
    return false
  }
}
