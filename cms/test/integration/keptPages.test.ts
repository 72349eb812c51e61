import type { Changes } from '@masthead/shared/changes'
import type { Web } from '../e2e/harness/startWeb.ts'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import type { Step } from './harness/Stops.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { changesQuery } from '@masthead/shared/changes'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { readAll, wordsOf } from '../e2e/harness/readAll.ts'
import { startWeb } from '../e2e/harness/startWeb.ts'
import { SERVICE_KEY, startCms } from './harness/cms.ts'
import { article, makeBasics } from './harness/content.ts'
import { STEPS, Stops } from './harness/Stops.ts'

/** A web that keeps its pages, and one that draws each of them afresh, in front of the same CMS. */
let cms: Cms
let kept: Web
let fresh: Web
let editor: Session
let basics: Basics
const stops = new Stops()
beforeAll(async () => {
  cms = await startCms(stops.environment)
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  kept = await startWeb(cms.url)
  fresh = await startWeb(cms.url, { SERVICE_KEY: '', SITE_URL: kept.url })
  await kept.caughtUp()
})
afterAll(async () => {
  await kept?.stop()
  await fresh?.stop()
  await cms?.stop()
  stops.remove()
})

const LISTS = ['/', '/blog', '/blog/category/engineering', '/authors/ada-writer']

describe('when the CMS is killed in the middle of changes', () => {
  it.each(STEPS)('%s, the kept pages are right soon after it is back', async (step) => {
    const { changes, paths } = await prepare(step)
    await stopped(step, changes)
    await cms.kill()
    stops.letGo()
    await cms.start()
    await expectFresh(paths)
  })

  it('and again when it makes up for what was left behind, they are right soon after', async () => {
    const { changes, paths } = await prepare('again')
    // It is on every page.
    const site = () => editor.send('POST', '/api/globals/site', { body: { tagline: 'Again' } })
    await stopped('before the number', [site, ...changes])
    await cms.kill()
    const from = cms.output.length
    await cms.start()
    await stops.reached(cms, 1, from)
    await cms.kill()
    stops.letGo()
    await cms.start()
    await expectFresh(paths)
  })

  /**
   * One change of each kind, none on the pages of another, each time in another order: SQLite makes one after another,
   * so that the first one is stopped.
   */
  async function prepare(name: string) {
    editor = await cms.as('editor')
    const [edited, unpublished, deleted, moved, published] = await Promise.all(
      ['edited', 'unpublished', 'deleted', 'moved', 'published'].map(async (kind) => {
        const category = await editor.create('categories', { title: `${kind} ${name}` })
        return editor.create(
          'posts',
          article({ ...basics, category: category.id }, {
            title: `${kind} ${name}`,
            _status: kind === 'published' ? 'draft' : 'published',
          }),
        )
      }),
    )
    const slugs = [edited, unpublished, deleted, moved, published].map(post => post!.slug)
    const paths = [
      ...LISTS,
      ...slugs.flatMap(slug => [`/blog/${slug}`, `/blog/category/${slug}`]),
      `/blog/${moved!.slug}-away`,
    ]
    const changes = [
      () => editor.publish('posts', edited!.id, { excerpt: `Edited ${name}.` }),
      () => editor.unpublish('posts', unpublished!.id),
      () => editor.delete('posts', deleted!.id),
      () => editor.publish('posts', moved!.id, { slug: `${moved!.slug}-away` }),
      () => editor.publish('posts', published!.id),
    ]
    await kept.caughtUp()
    await readAll(kept, paths)
    const first = STEPS.indexOf(name as Step) + 1
    return { changes: [...changes.slice(first), ...changes.slice(0, first)], paths }
  }

  /** Returns when each of the changes has stopped, or has been made before the step. */
  async function stopped(step: Step, changes: (() => Promise<unknown>)[]): Promise<void> {
    const from = cms.output.length
    stops.at(step)
    let made = 0
    // Those that are cut off fail.
    const making = changes.map(change => change().then(() => made++, () => {}))
    void Promise.all(making)
    await stops.reached(cms, 1, from)
    while (
      inject('mongodb')
      && made + cms.output.slice(from).filter(line => line.startsWith('Stopped ')).length < changes.length
    ) {
      await sleep(10)
    }
  }
})

describe('when two CMS processes share a database', () => {
  let other: Cms
  let colleague: Session
  beforeAll(async () => {
    other = await startCms({ ...cms.environment, NODE_OPTIONS: undefined })
    editor = await cms.as('editor')
    colleague = await other.as('editor')
  })
  afterAll(() => other?.stop())

  it('a web that follows the one has all of twenty changes made at once in both', async () => {
    const posts = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        editor.create(
          'posts',
          article(basics, { title: `Of twenty ${index}`, _status: index < 10 ? 'published' : 'draft' }),
        )),
    )
    const paths = [...LISTS, ...posts.map(({ slug }) => `/blog/${slug}`)]
    await kept.caughtUp()
    await readAll(kept, paths)
    const before = (await changesAfter()).last
    await Promise.all(
      posts.map(({ id }, index) =>
        [editor, colleague][index % 2]!.publish('posts', id, { excerpt: `All at once ${index}.` }),
      ),
    )
    await expectFresh(paths)
    const pages = await readAll(kept, paths)
    expect(posts.filter(({ slug }, index) => !pages.get(`/blog/${slug}`)!.words.includes(`All at once ${index}.`)))
      .toEqual([])
    const { changes } = await changesAfter(before)
    expect(changes.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => before + 1 + index))
  })

  it('the kept pages are right after twenty changes of one article at once, read all the while', async () => {
    const { id, slug } = await editor.create('posts', article(basics, { title: 'Fought over', _status: 'published' }))
    const elsewhere = await editor.create('categories', { title: 'Fought for' })
    const paths = [...LISTS, '/blog/category/fought-for', `/blog/${slug}`, `/blog/${slug}-moved`]
    const changes = [
      (session: Session) => session.unpublish('posts', id),
      (session: Session) => session.publish('posts', id, { category: elsewhere.id }),
      (session: Session) => session.publish('posts', id, { slug: `${slug}-moved`, category: basics.category }),
      (session: Session) => session.saveDraft('posts', id, { title: 'A draft' }),
      (session: Session) => session.publish('posts', id, { slug, excerpt: 'Another.' }),
    ]
    // Where two cannot change the same at once, one of them is refused.
    const made = Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => changes[index % 5]!([editor, colleague][index % 2]!)),
    )
    const over = new AbortController()
    void made.then(() => over.abort())
    while (!over.signal.aborted)
      await readAll(kept, paths)
    expect((await made).some(({ status }) => status === 'fulfilled')).toBe(true)
    await expectFresh(paths)
  })

  it.each<[string, Overlap]>([
    ['is unpublished while it is published', {
      status: 'draft',
      slow: id => editor.unpublish('posts', id),
      quick: id => colleague.publish('posts', id),
    }],
    ['is published while it is unpublished', {
      status: 'published',
      slow: id => editor.publish('posts', id),
      quick: id => colleague.unpublish('posts', id),
    }],
    ['is deleted while it is published', {
      status: 'draft',
      slow: id => editor.delete('posts', id),
      quick: id => colleague.publish('posts', id),
    }],
    ['is edited while it leaves its category', {
      status: 'published',
      slow: id => editor.publish('posts', id, { excerpt: 'Edited.' }),
      quick: async id =>
        colleague.publish('posts', id, { category: (await colleague.create('categories', { title: 'Elsewhere' })).id }),
    }],
  ])('a kept page is right when an article %s', async (name, { status, slow, quick }) => {
    const { id, slug } = await editor.create('posts', article(basics, { title: `One that ${name}`, _status: status }))
    const paths = [...LISTS, '/blog/category/elsewhere', `/blog/${slug}`]
    await kept.caughtUp()
    await readAll(kept, paths)
    const from = cms.output.length
    stops.at('before the change')
    const first = slow(id)
    await stops.reached(cms, 1, from)
    // With transactions it waits for the first one.
    const second = quick(id)
    await Promise.race([second, sleep(1000)])
    await sleep(200)
    await readAll(kept, paths)
    stops.letGo()
    await Promise.allSettled([first, second])
    await expectFresh(paths)
  })

  interface Overlap {
    status: 'draft' | 'published'
    slow: (id: string) => Promise<unknown>
    quick: (id: string) => Promise<unknown>
  }

  async function changesAfter(after?: number): Promise<Changes> {
    const { body } = await other.stranger.send<Changes>('GET', `/api/${changesQuery({ after })}`, {
      headers: { authorization: `Bearer ${SERVICE_KEY}` },
    })
    return body
  }
})

/** Within ten seconds. */
async function expectFresh(paths: string[]): Promise<void> {
  const expected = {}
  // One after the other: a CMS that has just begun again is busy.
  for (const path of paths)
    Object.assign(expected, await answerOf(path))
  await expect.poll(async () => wordsOf(await readAll(kept, paths)), { timeout: 10_000, interval: 100 }).toEqual(
    expected,
  )
}

/** What a fresh render says of a path, once the CMS has answered it in time. */
async function answerOf(path: string) {
  const from = fresh.output.length
  return vi.waitFor(async () => {
    const words = wordsOf(await readAll(fresh, [path]))
    if (words[path]!.status === 503)
      throw new Error(`${path} cannot be rendered:\n${fresh.output.slice(from).join('\n')}`)
    return words
  }, { timeout: 20_000, interval: 100 })
}
