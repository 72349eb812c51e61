import type { Cms } from '../integration/harness/cms.ts'
import type { Web } from './harness/startWeb.ts'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { freePort, startCms } from '../integration/harness/cms.ts'
import { article, makeBasics } from '../integration/harness/content.ts'
import { startWeb } from './harness/startWeb.ts'

/** Two sites that are alike but for the words of an article: their feeds have the same numbers. */
let one: Cms
let other: Cms
let folder: string
let web: Web

beforeAll(async () => {
  ;[one, other] = await Promise.all([siteThatSays('Said by the one.'), siteThatSays('Said by the other.')])
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'masthead-moving-'))
})
afterEach(async () => {
  await web?.stop()
  rmSync(folder, { recursive: true })
})
afterAll(async () => {
  await one?.stop()
  await other?.stop()
})

it('a web that begins again under another name has its pages still', async () => {
  web = await begin(one)
  await page()
  const file = join(web.pagesDir, '../own-pages/blog/said.page')
  await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.ino).toBeGreaterThan(0)
  const { ino } = statSync(file)
  await web.kill()
  web = await begin(one)
  await web.caughtUp()
  expect(await fetch(`${web.url}/readyz`).then(answer => answer.json())).toMatchObject({ status: 'ok', pages: 1 })
  expect(await page()).toContain('Said by the one.')
  expect(statSync(file).ino).toBe(ino)
})

it('a web that moves between databases shows nothing of the one before, though the numbers are the same', async () => {
  const port = await freePort()
  for (
    const [cms, words] of [[one, 'Said by the one.'], [other, 'Said by the other.'], [one, 'Said by the one.']] as const
  ) {
    web = await begin(cms, port)
    await web.caughtUp()
    expect(await page()).toContain(words)
    await expect.poll(() => statSync(join(web.pagesDir, 'live/blog/said.html.gz'), { throwIfNoEntry: false }))
      .toBeDefined()
    await web.kill()
  }
})

async function siteThatSays(excerpt: string): Promise<Cms> {
  const cms = await startCms()
  const editor = await cms.as('editor')
  await editor.create('posts', article(await makeBasics(editor), { title: 'Said', excerpt, _status: 'published' }))
  return cms
}

/** On a port of its own it is another web to the CMS. */
function begin(cms: Cms, port?: number): Promise<Web> {
  return startWeb(cms.url, { DATA_DIR: folder, SITE_URL: 'https://example.com', ...(port && { PORT: String(port) }) })
}

async function page(): Promise<string> {
  const answer = await fetch(`${web.url}/blog/said`)
  expect(answer.status).toBe(200)
  return answer.text()
}
