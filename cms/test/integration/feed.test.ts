import type { Change } from '@masthead/shared/changes'
import type { Payload, PayloadRequest } from 'payload'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeEntry, startNewFeed, trimEntries } from '../../src/changes/entries.ts'
import { sequenceAssignerOf } from '../../src/changes/withSequenceAssigner.ts'
import { SERVICE_KEY, startCms } from './harness/cms.ts'
import { article, makeBasics } from './harness/content.ts'
import { Feed } from './harness/Feed.ts'
import { problems } from './harness/Session.ts'

let cms: Cms
let other: Cms
let feed: Feed
let payload: Payload
let editor: Session
let basics: Basics
beforeAll(async () => {
  cms = await startCms()
  other = await startCms(cms.environment)
  feed = await Feed.open(cms)
  payload = feed.payload
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
})
afterAll(async () => {
  await feed.close()
  await other.stop()
  await cms.stop()
})

describe('who follows the changes', () => {
  it('is told the last number, and then what came after a number', async () => {
    const last = await feed.last()
    const { id } = await publish()
    await feed.settled()
    const { status, headers, body } = await feed.ask({ after: last })
    const entry = await entryOf(last + 1)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toEqual({
      last: last + 1,
      entry,
      changes: [{ number: last + 1, kind: 'changed', tags: expect.arrayContaining([`posts:${id}`]) as string[] }],
    })
    expect((await feed.ask({ after: last + 1 })).body).toEqual({ last: last + 1, entry, changes: [] })
    expect((await feed.ask({})).body).toEqual({ last: last + 1, entry, changes: [] })
  })

  it('shows the service key', async () => {
    for (const authorization of [undefined, 'Bearer', 'Bearer guess', `JWT ${editor.token}`]) {
      const answer = await cms.stranger.send('GET', '/api/changes', { headers: authorization ? { authorization } : {} })
      expect([answer.status, problems(answer)]).toEqual([
        401,
        'Only the site may follow the changes. Send the service key.',
      ])
    }
  })

  it.each([
    ['after', '-1'],
    ['after', 'x'],
    ['after', '1.5'],
    ['after', ''],
    ['after', '99999999999999999999'],
    ['wait', '31'],
    ['wait', '-1'],
    ['wait', 'long'],
    ['wait', ''],
  ])('is told what is wrong with %s=%s', async (name, value) => {
    const answer = await feed.ask({ after: 0, [name]: value as never })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining(`“${name}”`)])
  })

  it('gets at the entries in no other way', async () => {
    const admin = await cms.as('admin')
    for (const [method, path] of [['GET', ''], ['GET', '/count'], ['POST', ''], ['PATCH', ''], ['DELETE', '']] as const) {
      expect(
        (await admin.send(method, `/api/feed${path}`, {
          ...(method === 'POST' && { body: { kind: 'changed', tags: [] } }),
        })).status,
      ).toBe(404)
    }
    for (const method of ['POST', 'PATCH', 'DELETE'])
      expect((await admin.send(method, '/api/changes')).status).toBe(404)
  })

  it('starts anew, once, where it has followed the feed of another database', async () => {
    const last = await feed.last()
    const entry = await entryOf(last)
    for (const after of [last, last - 1])
      expect((await feed.ask({ after, entry: 'of-another' })).body).toEqual({ last, entry, changes: [], reset: true })
    expect((await feed.ask({ after: last, entry })).body).toEqual({ last, entry, changes: [] })
    expect((await feed.ask({ after: last - 1, entry: await entryOf(last - 1) })).body).toMatchObject({
      last,
      entry,
      changes: [{ number: last }],
    })
  })

  it('is told what is wrong with an entry that is none', async () => {
    const answer = await feed.ask({ after: 0, entry: 'no entry; at all' })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining('“entry”')])
  })

  it('is noted at once when it is further, and not each time it asks', async () => {
    const last = await feed.last()
    const web = 'often:3000'
    const noted = () =>
      feed.payload.db.findOne<{ id: string, followed: number, seenAt: string }>({
        collection: 'webs',
        where: { name: { equals: web } },
      })
    await feed.ask({ after: last, web })
    await expect.poll(async () => (await noted())?.followed).toBe(last)
    await publish()
    const next = await feed.last()
    await feed.ask({ after: next, web })
    await expect.poll(async () => (await noted())?.followed).toBe(next)
    const first = await noted()
    for (let time = 0; time < 20; time++)
      await feed.ask({ after: next, web })
    expect(await noted()).toEqual(first)
  })

  it('says what it is called in a way that can be written down', async () => {
    expect((await feed.ask({ after: 0, web: 'no name; at all' })).status).toBe(400)
  })

  it('starts anew after a number that never was', async () => {
    const last = await feed.last()
    expect((await feed.ask({ after: last + 1, wait: 5 })).body).toMatchObject({ last, changes: [], reset: true })
  })
})

describe('who waits', () => {
  it('is told of a change at once, by the process in which it is made', async () => {
    expect(await quickestNews(cms)).toBeLessThan(200)
  })

  it('is told of a change at once, by another process', async () => {
    expect(await quickestNews(other)).toBeLessThan(200)
  })

  it('is told at once of what has come meanwhile', async () => {
    const began = Date.now()
    expect((await feed.ask({ after: 0, wait: 20 })).body.changes.length).toBeGreaterThan(0)
    expect(Date.now() - began).toBeLessThan(1000)
  })

  it('is told in the end that nothing has come', async () => {
    const last = await feed.last()
    const began = Date.now()
    expect((await feed.ask({ after: last, wait: 1 })).body).toMatchObject({ last, changes: [] })
    expect(Date.now() - began).toBeGreaterThanOrEqual(950)
  })

  it('may leave', async () => {
    const last = await feed.last()
    const left = new AbortController()
    const waits = Array.from(
      { length: 50 },
      () =>
        fetch(`${cms.url}/api/changes?after=${last}&wait=30`, {
          headers: { authorization: `Bearer ${SERVICE_KEY}` },
          signal: left.signal,
        }).catch(() => undefined),
    )
    await sleep(200)
    left.abort()
    await Promise.all(waits)
    expect(await quickestNews(cms)).toBeLessThan(200)
  })
})

describe('numbers', () => {
  it('are given once each, without a gap and in order, to many changes at once in two processes', async () => {
    const before = await feed.last()
    const editors = [editor, await other.as('editor')]
    const followers = [cms, other].map(async cms => follow(cms, before, 40))
    // A title each, for an address each: two processes would take the same one.
    const ids = await Promise.all(
      Array.from({ length: 40 }, async (_, index) =>
        editors[index % 2]!.create('posts', article(basics, { title: `Numbered ${index}`, _status: 'published' }))),
    )
    await feed.settled()
    const changes = await feed.after(before)
    expect(changes.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => before + 1 + index))
    expect(changes.map(({ tags }) => tags[0]).sort()).toEqual(ids.map(({ id }) => `posts:${id}`).sort())
    for (const followed of await Promise.all(followers))
      expect(followed).toEqual(changes)
  })

  it('are given to what was committed only', async () => {
    const before = await feed.last()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        editor.send('POST', '/api/redirects', { body: { from: '/only-once', to: '/blog', status: '301' } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
    const seen = async () =>
      (await feed.after(before)).filter(({ tags }) => tags.some(tag => /^redirects:(?!list)/.test(tag)))
    while ((await seen()).length === 0)
      await sleep(10)
    expect(await seen()).toHaveLength(1)
  })

  it('say of what has one that it can be read', async () => {
    const before = await feed.last()
    const titles = Array.from({ length: 20 }, (_, index) => `Readable ${index}`)
    const reading = (async () => {
      const seen: string[] = []
      for (let after = before; seen.length < 20;) {
        const { changes } = (await feed.ask({ after, wait: 20 }, other)).body
        for (const { number, tags } of changes) {
          after = number
          const id = /^posts:(.*)/.exec(tags[0]!)?.[1]
          if (id)
            seen.push((await other.stranger.get('posts', id)).title)
        }
      }
      return seen
    })()
    await Promise.all(titles.map(title => editor.create('posts', article(basics, { title, _status: 'published' }))))
    expect((await reading).sort()).toEqual(titles.sort())
  })
})

describe('a CMS that is to end', () => {
  it('is not held up by those who wait', async () => {
    const last = await feed.last()
    const answer = feed.ask({ after: last, wait: 30 }, other)
    await sleep(200)
    const began = Date.now()
    await Promise.all([other.end(), answer])
    expect(Date.now() - began).toBeLessThan(2000)
    expect((await answer).body).toMatchObject({ last, changes: [] })
  })
})

describe('an entry that was left without a number', () => {
  const abandoned = (tag: string) => payload.db.create({ collection: 'feed', data: { kind: 'changed', tags: [tag] } })

  it('gets one from a CMS that runs', async () => {
    const before = await feed.last()
    await Promise.all(['left:1', 'left:2', 'left:3'].map(abandoned))
    const began = Date.now()
    const changes = await follow(cms, before, 3)
    expect(Date.now() - began).toBeGreaterThan(4000)
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(changes.map(({ tags }) => tags[0]).sort()).toEqual(['left:1', 'left:2', 'left:3'])
    expect(await feed.after(before)).toHaveLength(3)
  })

  it('gets one from a CMS that is started again, however old it is', async () => {
    await cms.kill()
    const { id } = await abandoned('left:behind')
    await payload.db.updateOne({
      collection: 'feed',
      id,
      data: { createdAt: new Date(Date.now() - 3 * 24 * 60 * 60 * 1000).toISOString() },
    })
    await cms.start()
    editor = await cms.as('editor')
    expect((await feed.after(await feed.last() - 1))[0]!.tags).toEqual(['left:behind'])
  })

  it('is followed by another where its change ends after it has got one', async () => {
    const before = await feed.last()
    const { id } = await abandoned('early')
    const number = async (id: string) => {
      sequenceAssignerOf(payload.db).number([id])
      await sequenceAssignerOf(payload.db).settled()
    }
    await number(String(id))
    await number(await completeEntry({ payload } as PayloadRequest, String(id), { kind: 'gone', tags: ['late'] }))
    expect(await feed.after(before)).toEqual([
      { number: before + 1, kind: 'changed', tags: ['early'] },
      { number: before + 2, kind: 'gone', tags: ['late'] },
    ])
  })

  it('gets one and the same, however many try', async () => {
    const before = await feed.last()
    const entries = await Promise.all(Array.from({ length: 10 }, (_, index) => abandoned(`fought:${index}`)))
    for (let attempt = 0; attempt < 3; attempt++)
      sequenceAssignerOf(payload.db).number(entries.map(({ id }) => String(id)))
    await Promise.all([sequenceAssignerOf(payload.db).settled(), publish()])
    await feed.settled()
    const changes = await feed.after(before)
    expect(changes.map(({ number }) => number)).toEqual(Array.from({ length: 11 }, (_, index) => before + 1 + index))
  })
})

describe('old entries', () => {
  it('are trimmed, and who asks for them starts anew', async () => {
    const last = await feed.last()
    await Promise.all([1, 2].map(number => aged(last - number)))
    await trimEntries(payload.db, new Date(Date.now() - MONTH))
    // Nothing young goes, whatever stands after it.
    expect((await feed.ask({ after: 0 })).body.changes).toHaveLength(last)
    for (let number = 1; number < last - 2; number++)
      await aged(number)
    await trimEntries(payload.db, new Date(Date.now() - MONTH))
    expect((await feed.ask({ after: 0 })).body).toMatchObject({ last, changes: [], reset: true })
    expect((await feed.ask({ after: last - 2 })).body).toMatchObject({ last, changes: [], reset: true })
    expect((await feed.ask({ after: last - 1 })).body.changes.map(({ number }) => number)).toEqual([last])
  })

  it('are trimmed but for the last one, from which numbers go on', async () => {
    const last = await feed.last()
    await aged(last)
    await trimEntries(payload.db, new Date(Date.now() - MONTH))
    expect(await feed.last()).toBe(last)
    await publish()
    await feed.settled()
    expect((await feed.after(last)).map(({ number }) => number)).toEqual([last + 1])
  })

  const MONTH = 30 * 24 * 60 * 60 * 1000

  async function aged(number: number): Promise<void> {
    await payload.db.updateOne({
      collection: 'feed',
      where: { number: { equals: number } },
      data: { createdAt: new Date(Date.now() - MONTH - 1000).toISOString() },
    })
  }
})

// After it the numbers are large: it stays the last.
it('who followed a database that was replaced by a backup begins anew, however far it has grown since', async () => {
  const last = await feed.last()
  await startNewFeed(payload.db)
  await publish()
  await publish()
  const grown = await feed.last()
  for (const after of [0, last - 1, last, last + 1, last + 1000])
    expect((await feed.ask({ after })).body).toMatchObject({ last: grown, changes: [], reset: true })
  expect((await feed.ask({ after: grown - 1 })).body).toMatchObject({ last: grown, changes: [{ number: grown }] })
  await startNewFeed(payload.db)
  expect((await feed.ask({ after: grown + 1 })).body).toMatchObject({ changes: [], reset: true })
})

/** The id of the entry that has a number. */
async function entryOf(number: number): Promise<string> {
  return (await payload.db.findOne<{ id: string }>({ collection: 'feed', where: { number: { equals: number } } }))!.id
}

function publish() {
  return editor.create('posts', article(basics, { _status: 'published' }))
}

/** What a follower gets that asks until it has a number of changes. */
async function follow(cms: Cms, after: number, count: number): Promise<Change[]> {
  const changes: Change[] = []
  while (changes.length < count)
    changes.push(...(await feed.ask({ after: changes.at(-1)?.number ?? after, wait: 20 }, cms)).body.changes)
  return changes
}

/** The least of a few delays: what else the machine has to do makes one of them long, not all. */
async function quickestNews(from: Cms): Promise<number> {
  const delays: number[] = []
  for (let time = 0; time < 5; time++)
    delays.push(await delayOfNews(from))
  return Math.min(...delays)
}

/** Milliseconds from the answer to a publication to the news of it. */
async function delayOfNews(from: Cms): Promise<number> {
  const last = await feed.last()
  const news = feed.ask({ after: last, wait: 20 }, from).then(({ body }) => ({ body, at: Date.now() }))
  await sleep(150)
  const { id } = await publish()
  const published = Date.now()
  const { body, at } = await news
  expect(body.changes).toMatchObject([{ number: last + 1, tags: expect.arrayContaining([`posts:${id}`]) as string[] }])
  return at - published
}
