import type { Changes } from '@masthead/shared/changes'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { changesQuery } from '@masthead/shared/changes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SERVICE_KEY, startCms } from './harness/cms.ts'
import { article, makeBasics } from './harness/content.ts'

describe('a CMS that is killed in the middle of its work', () => {
  let cms: Cms
  let basics: Basics
  beforeAll(async () => {
    cms = await startCms()
    basics = await makeBasics(await cms.as('admin'))
  })
  afterAll(() => cms.stop())

  it.each([1, 2, 3])(
    'has everything it acknowledged when it starts again, nothing twice, and has noted each for the web (%i)',
    async (round) => {
      const admin = await cms.as('admin')
      const { last } = await changesAfter()
      const acknowledged: string[] = []
      const write = async (writer: number) => {
        for (let number = 0; ; number++) {
          const title = `Round ${round} writer ${writer} number ${number}`
          const answer = await admin.send('POST', '/api/posts', {
            body: article(basics, { title, _status: 'published' }),
          })
          if (answer.status !== 201)
            throw new Error(answer.text)
          acknowledged.push(title)
        }
      }
      const writing = Promise.allSettled([0, 1, 2, 3].map(write))
      while (acknowledged.length < 8 * round)
        await sleep(5)
      await cms.kill()
      const ends = await writing
      expect(ends.map(end => end.status === 'rejected' && String(end.reason))).toEqual(
        ends.map(() => expect.stringMatching(/was not answered|terminated/)),
      )

      await cms.start()
      const { docs } = await cms.stranger.find('posts', {
        where: { title: { contains: `Round ${round} writer` } },
        pagination: false,
        depth: 0,
      })
      const titles = docs.map(({ title }) => title)
      expect(acknowledged.filter(title => !titles.includes(title))).toEqual([])
      expect(titles).toHaveLength(new Set(titles).size)
      expect(docs.every(({ sections }) => sections.length === 1)).toBe(true)
      expect(titles.length - acknowledged.length).toBeLessThanOrEqual(4)
      const tags = docs.filter(({ title }) => acknowledged.includes(title)).map(({ id }) => `posts:${id}`)
      await expect.poll(async () => (await changesAfter(last)).changes.flatMap(({ tags }) => tags), { timeout: 10_000 })
        .toEqual(expect.arrayContaining(tags))
      const { changes } = await changesAfter(last)
      expect(changes.map(({ number }) => number)).toEqual(changes.map((_, index) => last + 1 + index))
    },
  )

  async function changesAfter(after?: number): Promise<Changes> {
    return (await cms.stranger.send<Changes>('GET', `/api/${changesQuery({ after })}`, {
      headers: { authorization: `Bearer ${SERVICE_KEY}` },
    })).body
  }

  it('takes new work at once', async () => {
    const admin = await cms.as('admin')
    const { id } = await admin.create('posts', article(basics), { draft: true })
    await admin.publish('posts', id)
    expect((await cms.stranger.get('posts', id)).title).toBe('An article')
  })
})
