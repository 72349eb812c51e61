import type { LiveCheck } from '../../src/live/LiveCheck.ts'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort, startCms } from '../integration/harness/cms.ts'
import { article, makeBasics } from '../integration/harness/content.ts'
import { startWeb } from './harness/startWeb.ts'

let cms: Cms
let webs: Web[]
let editor: Session
let basics: Basics

beforeAll(async () => {
  const port = await freePort()
  cms = await startCms({ SITE_URL: `http://127.0.0.1:${port}` })
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  webs = await Promise.all(
    [port, await freePort(), await freePort()].map(port => startWeb(cms.url, { PORT: String(port) })),
  )
})

afterAll(async () => {
  for (const web of webs ?? [])
    await web.stop()
  await cms?.stop()
})

it('all show a change, and the proof counts them', async () => {
  const { id } = await editor.create('posts', article(basics, { title: 'Everywhere', _status: 'published' }))
  await Promise.all(webs.map(web => web.caughtUp()))
  await Promise.all(webs.map(({ url }) => says(url, 'What it argues.')))
  const { number } = await proofOf(id, 0)
  await editor.publish('posts', id, { excerpt: 'Said everywhere.' })
  await Promise.all(webs.map(({ url }) => expect.poll(() => says(url, 'Said everywhere.')).toBe(true)))
  expect(await proofOf(id, number)).toMatchObject({ webs: { live: 3, total: 3 } })
})

it('are told of when one of them is behind, and agree when it is back', async () => {
  const { docs: [post] } = await editor.find('posts', { where: { slug: { equals: 'everywhere' } } })
  const { number } = await proofOf(post!.id, 0)
  const [, , away] = webs
  await away!.kill()
  await editor.publish('posts', post!.id, { excerpt: 'Said to two.' })
  expect(await proofOf(post!.id, number)).toMatchObject({
    pages: expect.arrayContaining([expect.objectContaining({ path: '/blog/everywhere' })]),
    webs: { live: 2, total: 3 },
  })

  const back = await startWeb(cms.url, { PORT: new URL(away!.url).port, DATA_DIR: join(away!.pagesDir, '..') })
  webs[2] = {
    ...back,
    stop: async () => {
      await back.stop()
      await away!.stop()
    },
  }
  expect(await says(back.url, 'Said to two.')).toBe(true)
  expect(await proofOf(post!.id, number)).toMatchObject({ webs: { live: 3, total: 3 } })
})

async function says(url: string, words: string): Promise<boolean> {
  return (await fetch(`${url}/blog/everywhere`).then(answer => answer.text())).includes(words)
}

/** What an editor is told of the last change after a number. */
async function proofOf(id: string, after: number): Promise<LiveCheck> {
  return (await editor.send('GET', `/api/posts/${id}/live`, { query: { after: String(after) } })).body as LiveCheck
}
