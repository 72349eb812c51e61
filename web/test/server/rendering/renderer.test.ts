import { readFileSync } from 'node:fs'
import process from 'node:process'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { site } from '../../fixtures'
import { processesOf } from '../processesOf'
import { SERVICE_KEY, Stage } from '../stage'

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
})
beforeEach(() =>
  stage.serve({
    '/api/globals/site': site,
    '/api/ctas': NONE,
    '/api/posts': NONE,
    '/api/services': NONE,
    '/api/pages': NONE,
  }),
)
afterAll(() => stage[Symbol.asyncDispose]())

const NONE = { docs: [], totalDocs: 0, totalPages: 1, page: 1 }

describe.skipIf(process.platform !== 'linux')('the processes that render', () => {
  it('know no key, no data and no address of the CMS', async () => {
    expect((await stage.get('/blog')).status).toBe(200)
    const [child] = renderers()
    const environment = readFileSync(`/proc/${child}/environ`, 'utf8').split('\0').map(line => line.split('=')[0])
    expect(environment.filter(name => ['SERVICE_KEY', 'DATA_DIR', 'CMS_URL'].includes(name!))).toEqual([])
    expect(readFileSync(`/proc/${child}/environ`, 'utf8')).not.toContain(SERVICE_KEY)
  })

  it.each(['SIGKILL', 'SIGSTOP', 'SIGSEGV'] as const)(
    'get %s again and again, and no reader goes without a page',
    async (signal) => {
      const statuses: number[] = []
      const over = new AbortController()
      const readers = Array.from({ length: 4 }, async () => {
        while (!over.signal.aborted)
          statuses.push((await stage.get('/blog')).status)
      })
      try {
        for (let count = 0; count < 4; count++) {
          // A page that ended three processes, and was rendered in none between, would be left alone.
          const seen = statuses.length
          await vi.waitUntil(() => statuses.length > seen + 8, { timeout: 20_000 })
          const children = renderers()
          process.kill(children[count % children.length]!, signal)
        }
      }
      finally {
        over.abort()
      }
      await Promise.all(readers)
      expect(statuses.filter(status => status !== 200)).toEqual([])
    },
    60_000,
  )

  it('end with the site instance', async () => {
    expect((await stage.get('/blog')).status).toBe(200)
    const before = renderers()
    expect(before.length).toBeGreaterThan(0)
    await stage.restartSite()
    await expect.poll(() => before.filter(isRunning)).toEqual([])
  })

  function renderers(): number[] {
    return processesOf(stage.pid)
  }
})

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  }
  catch {
    return false
  }
}
