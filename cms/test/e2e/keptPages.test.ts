import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SERVICE_KEY, startCms } from '../integration/harness/cms.ts'
import { article, card, cta, makeBasics, section } from '../integration/harness/content.ts'
import { picture } from '../integration/harness/picture.ts'
import { startWeb } from './harness/startWeb.ts'

let cms: Cms
let web: Web
let editor: Session
let basics: Basics

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  web = await startWeb(cms.url)
  await web.caughtUp()
})

afterAll(async () => {
  await web?.stop()
  await cms?.stop()
})

describe('a page that readers have asked for', () => {
  it('is kept: the next reader gets the same bytes, or none if they have them', async () => {
    await editor.create('posts', article(basics, { title: 'Kept', _status: 'published' }))
    await web.caughtUp()
    const first = await ask('/blog/kept')
    const again = await ask('/blog/kept?utm_source=letter&draft=true')
    expect(again.etag).toBe(first.etag)
    expect(again.text).toBe(first.text)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, stale-if-error=604800')
    expect((await fetch(`${web.url}/blog/kept`, { headers: { 'if-none-match': first.etag! } })).status).toBe(304)
    expect(first.headers.get('content-security-policy')).toContain('script-src \'none\'')
  })

  it('says what it shows, and up to which change', async () => {
    const { docs: [post] } = await editor.find('posts', { where: { slug: { equals: 'kept' } } })
    expect((await ask('/blog/kept')).mark).toBe(`posts/${post!.id}@${post!.updatedAt}; feed=${await lastChange()}`)
  })

  it('is rendered once for all who ask at the same time', async () => {
    await editor.create('posts', article(basics, { title: 'All at once', _status: 'published' }))
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('/blog/all-at-once')))
    expect(new Set(answers.map(({ etag }) => etag)).size).toBe(1)
  })

  it('is new within a fraction of a second of being published', async () => {
    const { id } = await editor.create('posts', article(basics, { title: 'Quick', _status: 'published' }))
    await web.caughtUp()
    await ask('/blog/quick')
    const took: number[] = []
    for (let time = 1; time <= 5; time++) {
      await editor.publish('posts', id, { excerpt: `Said ${time} times.` })
      const published = Date.now()
      await expect.poll(async () => (await ask('/blog/quick')).text, { interval: 10 }).toContain(`Said ${time} times.`)
      took.push(Date.now() - published)
    }
    // The quickest: what it takes is not the fault of a machine that is busy with others.
    expect(Math.min(...took)).toBeLessThan(500)
  })

  it('stays while drafts are saved', async () => {
    const { docs: [post] } = await editor.find('posts', { where: { slug: { equals: 'quick' } } })
    const { etag } = await ask('/blog/quick')
    await editor.update('posts', post!.id, { excerpt: 'Typed.' }, { draft: true, autosave: true })
    await editor.update('posts', post!.id, { excerpt: 'Typed on.' }, { draft: true, autosave: true })
    await editor.saveDraft('posts', post!.id, { excerpt: 'Not yet.' })
    await web.caughtUp()
    await sleep(200)
    expect((await ask('/blog/quick')).etag).toBe(etag)
  })

  it('is gone when it is unpublished, over a pending draft too', async () => {
    const { docs: [post] } = await editor.find('posts', { where: { slug: { equals: 'quick' } } })
    await editor.unpublish('posts', post!.id)
    await web.caughtUp()
    expect((await ask('/blog/quick')).status).toBe(404)
    await editor.publish('posts', post!.id)
    await web.caughtUp()
    expect((await ask('/blog/quick')).status).toBe(200)
  })
})

describe('a page goes with what it used, and with nothing else', () => {
  it('when a card inside it changes, is published for the first time, or goes', async () => {
    const { id: late } = await editor.create('takeaway-cards', card({ title: 'A late card' }), { draft: true })
    const { id: early } = await editor.create('takeaway-cards', card({ title: 'An early card', _status: 'published' }))
    await editor.create('posts', article(basics, { title: 'With cards', sections: [section('takeaways', { heading: 'Along', cards: [early, late] })], _status: 'published' }))
    await editor.create('posts', article(basics, { title: 'Without', _status: 'published', publishedAt: '2020-01-01T00:00:00.000Z' }))
    await web.caughtUp()
    const without = await ask('/blog/without')
    expect((await ask('/blog/with-cards')).text).not.toContain('A late card')

    await editor.publish('takeaway-cards', late)
    await web.caughtUp()
    expect((await ask('/blog/with-cards')).text).toContain('A late card')
    await editor.publish('takeaway-cards', early, { body: 'Put better.' })
    await web.caughtUp()
    expect((await ask('/blog/with-cards')).text).toContain('Put better.')
    await editor.unpublish('takeaway-cards', early)
    await web.caughtUp()
    expect((await ask('/blog/with-cards')).text).not.toContain('Put better.')
    expect((await ask('/blog/without')).etag).toBe(without.etag)
  })

  it('when the name of its author, its category, a banner or the site changes', async () => {
    const admin = await cms.as('admin')
    const changes: [string, () => Promise<unknown>][] = [
      ['Ada the Second', () => editor.update('authors', basics.author, { name: 'Ada the Second' })],
      ['Engines', () => editor.update('categories', basics.category, { title: 'Engines' })],
      ['Come in', () => editor.create('ctas', cta({ headline: 'Come in', _status: 'published' }))],
      ['The Quiet Site', () => admin.send('POST', '/api/globals/site', { body: { name: 'The Quiet Site' } })],
    ]
    for (const [words, change] of changes) {
      expect((await ask('/blog/without')).text).not.toContain(words)
      await change()
      await web.caughtUp()
      expect((await ask('/blog/without')).text, words).toContain(words)
    }
  })

  it('not when a newer article comes into its category', async () => {
    const { etag } = await ask('/blog/without')
    const journal = await ask('/blog')
    await editor.create('posts', article(basics, { title: 'Newest', _status: 'published' }))
    await web.caughtUp()
    expect((await ask('/blog/without')).etag).toBe(etag)
    const { etag: newJournal, text } = await ask('/blog')
    expect(newJournal).not.toBe(journal.etag)
    expect(text).toContain('Newest')
  })

  it('when there is a page where there was none', async () => {
    expect((await ask('/blog/soon-there')).status).toBe(404)
    await editor.create('posts', article(basics, { title: 'Soon there', _status: 'published' }))
    await web.caughtUp()
    expect((await ask('/blog/soon-there')).status).toBe(200)
  })

  it('when two articles swap their addresses', async () => {
    const [one, two] = await Promise.all(['One of two', 'Two of two'].map(title => editor.create('posts', article(basics, { title, _status: 'published' }))))
    await web.caughtUp()
    await ask('/blog/one-of-two')
    await ask('/blog/two-of-two')
    await editor.publish('posts', one!.id, { slug: 'on-its-way' })
    await editor.publish('posts', two!.id, { slug: 'one-of-two' })
    await editor.publish('posts', one!.id, { slug: 'two-of-two' })
    await web.caughtUp()
    expect((await ask('/blog/one-of-two')).text).toContain('<h1>Two of two</h1>')
    expect((await ask('/blog/two-of-two')).text).toContain('<h1>One of two</h1>')
  })

  it('when an article is deleted, and another comes to its address', async () => {
    for (const isReadMeanwhile of [true, false]) {
      const { id } = await editor.create('posts', article(basics, { title: 'First at it', slug: 'contested', _status: 'published' }))
      await web.caughtUp()
      expect((await ask('/blog/contested')).text).toContain('<h1>First at it</h1>')
      await editor.delete('posts', id)
      if (isReadMeanwhile) {
        await web.caughtUp()
        expect((await ask('/blog/contested')).status).toBe(404)
      }
      const second = await editor.create('posts', article(basics, { title: 'Second at it', slug: 'contested', _status: 'published' }))
      await web.caughtUp()
      expect((await ask('/blog/contested')).text).toContain('<h1>Second at it</h1>')
      await editor.delete('posts', second.id)
    }
  })

  it('when the focal point of its picture moves', async () => {
    const photo = await editor.upload(await picture({ width: 1200, height: 800 }))
    await editor.create('posts', article(basics, { title: 'Well seen', hero: photo.id, _status: 'published' }))
    await web.caughtUp()
    const before = picturesIn((await ask('/blog/well-seen')).text)
    await editor.send('PATCH', `/api/media/${photo.id}`, { body: { focalX: 5, focalY: 95 } })
    await web.caughtUp()
    const after = picturesIn((await ask('/blog/well-seen')).text)
    expect(before.length).toBeGreaterThan(0)
    expect(after).not.toEqual(before)
    for (const path of after)
      expect((await fetch(web.url + path)).status, path).toBe(200)
  })
})

describe('a card in two hundred articles', () => {
  it('takes along these pages with one change, all of them and no other', async () => {
    const { id } = await editor.create('takeaway-cards', card({ title: 'Everywhere', _status: 'published' }))
    const sections = [section('takeaways', { heading: 'Along', cards: [id] })]
    const titles = Array.from({ length: 200 }, (_, index) => `Two hundred ${index}`)
    for (let done = 0; done < titles.length; done += 20)
      await Promise.all(titles.slice(done, done + 20).map(title => editor.create('posts', article(basics, { title, sections, publishedAt: '2019-01-01T00:00:00.000Z', _status: 'published' }))))
    await web.caughtUp()
    const paths = titles.map((_, index) => `/blog/two-hundred-${index}`)
    const others = ['/blog', '/blog/without', '/blog/category/engineering', '/enquiry']
    await askAll(paths)
    const before = await askAll(others)
    const last = await lastChange()

    await editor.publish('takeaway-cards', id, { body: 'Said everywhere.' })
    await web.caughtUp()
    expect(await lastChange()).toBe(last + 1)
    const after = await askAll(paths)
    expect(after.filter(({ text }) => !text.includes('Said everywhere.'))).toEqual([])
    expect((await askAll(others)).map(({ etag }) => etag)).toEqual(before.map(({ etag }) => etag))
  }, 120_000)

  async function askAll(paths: string[]) {
    const answers: Awaited<ReturnType<typeof ask>>[] = []
    for (let done = 0; done < paths.length; done += 20)
      answers.push(...await Promise.all(paths.slice(done, done + 20).map(ask)))
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200))
    return answers
  }
})

describe('nothing that a reader sends changes what others get', () => {
  it.each([
    ['a host', { host: 'evil.example' }, ''],
    ['forwarded headers', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', 'forwarded': 'host=evil.example' }, ''],
    ['headers of frameworks', { 'x-nuxt-error': 'true', 'x-nuxt-payload': '1', 'x-original-url': '/evil', 'x-rewrite-url': '/evil' }, ''],
    ['an account', { authorization: 'JWT nonsense', cookie: 'payload-token=nonsense' }, ''],
    ['a language', { 'accept-language': 'xx', 'accept': 'application/json' }, ''],
    ['a request for a proxy', {}, 'http://evil.example'],
  ])('%s', async (kind, headers, before) => {
    const { slug } = await editor.create('posts', article(basics, { title: `Poisoned by ${kind}`, _status: 'published' }))
    await web.caughtUp()
    await sendRaw(`${before}/blog/${slug}?evil=1`, headers)
    const { text, status } = await ask(`/blog/${slug}`)
    expect(status).toBe(200)
    expect(text).not.toContain('evil')
    expect(text).toContain(`<link rel="canonical" href="${web.url}/blog/${slug}"`)
  })

  it('addresses without end', async () => {
    const before = await state()
    for (let number = 0; number < 300; number++)
      await fetch(`${web.url}/blog/without?${'x'.repeat(number * 20)}=${number}`).then(answer => answer.text())
    for (let number = 0; number < 50; number++)
      await fetch(`${web.url}/never/${number}`).then(answer => answer.text())
    expect((await state()).pages).toBe(before.pages)
  })

  it('an error, a redirect or a page that depends on the query is not kept', async () => {
    await (await cms.as('marketer')).create('redirects', { from: '/old-way', to: '/blog', status: '302' })
    await web.caughtUp()
    const before = await state()
    for (const path of ['/old-way?a=1', '/old-way?a=2', '/enquiry/thanks?reference=Q7K2-9XWD', '/blog/', '//blog', '/blog/%77ithout', '/healthz', '/__nuxt_error'])
      await fetch(web.url + path, { redirect: 'manual' }).then(answer => answer.text())
    expect((await state()).pages).toBe(before.pages)
    expect((await fetch(`${web.url}/old-way?a=2`, { redirect: 'manual' })).headers.get('location')).toBe('/blog?a=2')
  })
})

describe('when the CMS is away', () => {
  it('kept pages are served, and what changed meanwhile shows when it is back', async () => {
    const { id } = await editor.create('posts', article(basics, { title: 'Through it all', _status: 'published' }))
    await web.caughtUp()
    await ask('/blog/through-it-all')
    await cms.kill()
    expect((await ask('/blog/through-it-all')).status).toBe(200)
    expect((await ask('/blog/page/7')).status).toBe(503)
    await cms.start()
    editor = await cms.as('editor')
    await editor.publish('posts', id, { excerpt: 'After the storm.' })
    await web.caughtUp()
    expect((await ask('/blog/through-it-all')).text).toContain('After the storm.')
  })
})

async function ask(path: string) {
  const answer = await fetch(web.url + path, { redirect: 'manual' })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, etag: answer.headers.get('etag'), text, mark: /<meta name="revision" content="([^"]*)"/.exec(text)?.[1] }
}

function picturesIn(html: string): string[] {
  return [...new Set(html.match(/\/media\/[^"\s,]+/g))].sort()
}

/** As no browser would send it. */
function sendRaw(path: string, headers: object): Promise<void> {
  const { hostname, port } = new URL(web.url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { ...headers } }, answer => answer.resume().on('end', resolve)).on('error', reject).end()
  })
}

async function state(): Promise<{ pages: number, bytes: number }> {
  return await fetch(`${web.url}/readyz`).then(answer => answer.json()) as { pages: number, bytes: number }
}

async function lastChange(): Promise<number> {
  const answer = await cms.stranger.send<{ last: number }>('GET', '/api/changes', { headers: { authorization: `Bearer ${SERVICE_KEY}` } })
  return answer.body.last
}
