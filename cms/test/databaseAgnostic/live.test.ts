import type { Server } from 'node:http'
import type { LiveCheck } from '../../src/live/LiveCheck.ts'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { formatTouched } from '@masthead/shared/touched'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freePort, startCms } from '../integration/harness/cms.ts'
import { article, card, cta, makeBasics, section } from '../integration/harness/content.ts'
import { Feed } from '../integration/harness/Feed.ts'
import { problems } from '../integration/harness/Session.ts'

let cms: Cms
let feed: Feed
let editor: Session
let basics: Basics
let site: Server

/** What readers get at each address: the change that a page has followed; of what is not here, the site has no page. */
const pages = new Map<string, number>()

beforeAll(async () => {
  const port = await freePort()
  site = createServer(({ url = '' }, response) => {
    const followed = pages.get(url)
    response.statusCode = followed === undefined ? 404 : 200
    response.end(
      followed === undefined ? 'No page.' : `<meta name="revision" content="posts/x@2026; feed=${followed}">`,
    )
  }).listen(port, '127.0.0.1')
  await once(site, 'listening')
  cms = await startCms({ SITE_URL: `http://127.0.0.1:${port}` })
  feed = await Feed.open(cms)
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
})
beforeEach(async () => {
  pages.clear()
  await feed.payload.db.deleteMany({ collection: 'webs', where: {} })
})
afterAll(async () => {
  await feed.close()
  await cms.stop()
  site.close()
})

describe('a live check of a document without a page of its own', () => {
  let shared: string
  const users: string[] = []
  beforeAll(async () => {
    ;({ id: shared } = await editor.create('takeaway-cards', card({ title: 'Shared', _status: 'published' })))
    for (const title of ['One', 'Two', 'Three', 'Four']) {
      const { slug } = await editor.create(
        'posts',
        article(basics, {
          title,
          sections: [section('takeaways', { heading: 'Along', cards: [shared] })],
          _status: 'published',
        }),
      )
      users.push(`/blog/${slug}`)
    }
  })

  it('reads the pages that the change touched, three at most, and waits for no other', async () => {
    const number = await publishCard()
    cached(users, number - 1)
    cached([users[1]!], number)
    await follow('one:3000', number, [users[1]!])
    expect(await check('takeaway-cards', shared, number)).toMatchObject({
      number,
      total: 4,
      pages: [{ path: users[1], took: expect.any(Number) }],
      webs: { live: 1, total: 1 },
    })

    const next = await publishCard()
    cached(users, next)
    await follow('one:3000', next, users)
    expect((await check('takeaway-cards', shared, next)).pages.map(({ path }) => path)).toEqual(users.slice(0, 3))
  })

  it('says that no page shows it where it touched none, and those that are cached are as before', async () => {
    const number = await publishCard()
    cached(users, number - 1)
    await follow('one:3000', number, [])
    expect(await check('takeaway-cards', shared, number)).toMatchObject({
      number,
      total: 4,
      pages: [],
      webs: { live: 1, total: 1 },
    })
  })

  it('finds a page that was in no cache, and is rendered by now', async () => {
    const number = await publishCard()
    cached([users[0]!, users[1]!], number - 1)
    cached([users[2]!], number)
    await follow('one:3000', number, [])
    expect((await check('takeaway-cards', shared, number)).pages).toMatchObject([{
      path: users[2],
      took: expect.any(Number),
    }])
  })

  it('takes a touched page that has ended for one that is as it should be', async () => {
    const number = await publishCard()
    await follow('one:3000', number, ['/blog/page/7'])
    expect((await check('takeaway-cards', shared, number)).pages).toMatchObject([{
      path: '/blog/page/7',
      took: expect.any(Number),
    }])
  })

  it('says of a touched page that stays as it was that it is not live yet', async () => {
    const number = await publishCard()
    cached(users, number - 1)
    await follow('one:3000', number, [users[0]!])
    expect((await check('takeaway-cards', shared, number)).pages).toEqual([{
      path: users[0],
      problem: 'readers still see what was there before',
    }])
  })

  it('reads pages that show the document where no web reports what it touched', async () => {
    const number = await publishCard()
    cached(users, number)
    await follow('one:3000', number)
    const { pages, webs } = await check('takeaway-cards', shared, number)
    expect(pages).toHaveLength(3)
    expect(pages.every(({ path, took }) => users.includes(path) && took !== undefined)).toBe(true)
    expect(webs).toEqual({ live: 1, total: 1 })
  })

  it('reads what any of several webs has touched, whether the others report it or not', async () => {
    const number = await publishCard()
    cached(users, number - 1)
    cached([users[0]!, users[3]!], number)
    await follow('one:3000', number, [users[0]!])
    await follow('two:3000', number, [users[3]!])
    await follow('earlier:3000', number)
    const { pages, webs } = await check('takeaway-cards', shared, number)
    expect(pages.map(({ path }) => path).sort()).toEqual([users[0], users[3]].sort())
    expect(webs).toEqual({ live: 3, total: 3 })
  })

  it('reads what an earlier change touched, while the web has followed later ones', async () => {
    const number = await publishCard()
    cached(users, number - 1)
    cached([users[0]!], number)
    await editor.create('ctas', cta({ headline: 'Later', _status: 'published' }))
    const last = await feed.last()
    await feed.ask({
      after: last,
      web: 'one:3000',
      touched: formatTouched([{ number, paths: [users[0]!] }, { number: last, paths: [] }]),
    })
    await noted('one:3000', last)
    expect(await check('takeaway-cards', shared, number)).toMatchObject({ number, pages: [{ path: users[0] }] })
  })

  async function publishCard(): Promise<number> {
    await editor.publish('takeaway-cards', shared, { body: `Said at ${Date.now()}.` })
    return feed.last()
  }
})

it('a live check of an article reads its own page, its addresses and the pages that the change touched', async () => {
  const { id } = await editor.create('posts', article(basics, { title: 'Moving', _status: 'published' }))
  await editor.publish('posts', id, { slug: 'moved' })
  await feed.settled()
  const moved = (await feed.after(0)).findLast(({ tags }) => tags.includes(`posts:${id}`))!.number
  cached(['/blog/moved', '/blog', '/', '/services'], await feed.last())
  await follow('one:3000', await feed.last(), ['/blog'], moved)
  expect((await check('posts', id, moved)).pages.map(({ path }) => path)).toEqual([
    '/blog/moving',
    '/blog/moved',
    '/blog',
  ])
})

it('a live check of a call to action that stands nowhere says that no page shows it', async () => {
  const { id } = await editor.create('ctas', cta({ _status: 'published' }))
  await editor.publish('ctas', id, { headline: 'Nowhere' })
  const number = await feed.last()
  cached(['/', '/blog', '/services'], number - 1)
  await follow('one:3000', number, [])
  expect(await check('ctas', id, number)).toMatchObject({ number, pages: [] })
})

it('a report of touched pages is one, or is refused', async () => {
  const last = await feed.last()
  for (
    const touched of ['', '/blog', 'x', `${last} /a /b /c /d`, `${last} /${'x'.repeat(300)}`, `${last} `.repeat(1000)]
  ) {
    const answer = await feed.ask({ after: last, web: 'one:3000', touched })
    expect([answer.status, problems(answer)], touched.slice(0, 30)).toEqual([400, expect.stringContaining('“touched”')])
  }
})

function cached(paths: string[], followed: number): void {
  for (const path of paths)
    pages.set(path, followed)
}

/**
 * A web follows the feed to a number, and reports which pages that change touched there; one of an earlier version does
 * not.
 */
async function follow(web: string, followed: number, paths?: string[], number = followed): Promise<void> {
  await feed.ask({ after: followed, web, touched: paths && formatTouched([{ number, paths }]) })
  await noted(web, followed)
}

async function noted(web: string, followed: number): Promise<void> {
  await expect.poll(async () =>
    (await feed.payload.db.findOne<{ id: string, followed: number }>({
      collection: 'webs',
      where: { name: { equals: web } },
    }))?.followed,
  ).toBe(followed)
}

async function check(collection: string, id: string, number: number): Promise<LiveCheck> {
  return (await editor.send<LiveCheck>('GET', `/api/${collection}/${id}/live`, { query: { after: number - 1 } })).body
}
