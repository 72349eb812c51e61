import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cms } from '../integration/harness/cms.ts'
import type { Read } from './harness/recordReads.ts'
import type { Web } from './harness/startWeb.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createLocalReq, handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics } from '../integration/harness/content.ts'
import { Feed } from '../integration/harness/Feed.ts'
import { recordReads } from './harness/recordReads.ts'
import { startWeb } from './harness/startWeb.ts'

/** Enough to see that what a page reads does not grow with them. */
const ARTICLES = 500

let cms: Cms
let feed: Feed
let rest: Server
let web: Web

// The CMS that the web reads is in this process, where its questions to the database can be heard.
beforeAll(async () => {
  cms = await startCms()
  const editor = await cms.as('editor')
  const basics = await makeBasics(editor)
  const { id } = await editor.create(
    'posts',
    article(basics, { title: 'The first', tags: ['one'], _status: 'published' }),
  )
  feed = await Feed.open(cms)
  const { payload } = feed
  const { id: _, ...first }
    = await payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'posts',
      where: { id: { equals: id } },
    }) ?? { id }
  for (let number = 1; number < ARTICLES; number++) {
    const date = new Date(Date.UTC(2026, 0, 1) - number * 3_600_000).toISOString()
    await payload.db.create({
      collection: 'posts',
      data: { ...first, sections: [], title: `Copy ${number}`, slug: `copy-${number}`, publishedAt: date },
    })
  }
  rest = createServer(async (request, response) => {
    const answer = await handleEndpoints({ config: payload.config, request: new Request(`http://cms${request.url}`) })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  }).listen(0, '127.0.0.1')
  await once(rest, 'listening')
  web = await startWeb(`http://127.0.0.1:${(rest.address() as AddressInfo).port}`, { SERVICE_KEY: '' })
})

afterAll(async () => {
  await web?.stop()
  rest?.close()
  await feed?.close()
  await cms?.stop()
})

describe.each([
  ['the journal', '/blog'],
  ['its second page', '/blog/page/2'],
  ['a category', '/blog/category/engineering'],
  ['the second page of a category', '/blog/category/engineering/page/2'],
  ['an article', '/blog/copy-300'],
])('for %s', (_, path) => {
  let reads: Read[]
  beforeAll(async () => {
    reads = await readsFor(path)
  })

  it('no article is counted', () => {
    expect(reads.length).toBeGreaterThan(0)
    expect(reads.filter(({ isCount }) => isCount)).toEqual([])
  })

  it('articles are found by an index, in its order', () => {
    expect(reads.filter(({ unindexed }) => unindexed.length > 0)).toEqual([])
  })

  it('no more articles are looked at than there are up to the end of the page', () => {
    expect(reads.filter(({ examined = 0 }) => examined > 21)).toEqual([])
  })
})

it('of an author, only their own articles are looked at', async () => {
  const reads = await readsFor('/authors/ada-writer')
  expect(reads.length).toBeGreaterThan(0)
  expect(reads.filter(({ isCount }) => isCount)).toEqual([])
  expect(reads.flatMap(({ unindexed }) => unindexed).filter(step => /SCAN/.test(step))).toEqual([])
  expect(reads.filter(({ examined = 0 }) => examined > 21)).toEqual([])
})

it('the last page is where the list ends', async () => {
  const last = await fetch(`${web.url}/blog/page/${ARTICLES / 10}`)
  const html = await last.text()
  expect(last.status).toBe(200)
  expect(html.match(/class="post-row/g)?.length).toBeGreaterThanOrEqual(10)
  expect(html).toContain(`Copy ${ARTICLES - 1}`)
  expect(html).not.toContain('rel="next"')
  expect((await fetch(`${web.url}/blog/page/${ARTICLES / 10 + 1}`)).status).toBe(404)
})

it('which pages show an author is one question, not one for each', async () => {
  const { findAffectedPages } = await import('../../src/live/findAffectedPages.ts')
  const req = await createLocalReq({}, feed.payload)
  const { docs: [author] } = await feed.payload.find({ collection: 'authors', limit: 1 })
  let pages: string[] = []
  const reads = await recordReads(feed.payload, async () => {
    pages = await findAffectedPages('authors', author!.id, req)
  })
  expect(pages).toHaveLength(ARTICLES + 1)
  expect(reads.length).toBeLessThanOrEqual(2)
})

function readsFor(path: string): Promise<Read[]> {
  return recordReads(feed.payload, async () => {
    const answer = await fetch(web.url + path)
    await answer.arrayBuffer()
    expect(answer.status).toBe(200)
  })
}
