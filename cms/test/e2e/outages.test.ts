import type { Nginx } from '../../../tools/src/nginx.ts'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { mediaPath } from '@masthead/shared/paths'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findNginx, mastheadSite, startNginx } from '../../../tools/src/nginx.ts'
import { freePort, startCms } from '../integration/harness/cms.ts'
import { article, card, landingPage, makeBasics, section, uploadPicture } from '../integration/harness/content.ts'
import { askAsWritten } from './harness/askAsWritten.ts'
import { startWeb } from './harness/startWeb.ts'

/** Milliseconds in which a reader is answered: two seconds, and one more on a machine that has other things to do. */
const LATEST = 3000

let cms: Cms
let web: Web
let nginx: Nginx
let editor: Session
let basics: Basics

const program = findNginx()
if (process.env.CI && !program)
  throw new Error('There is no nginx on this machine, and in CI everything has to run.')

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  web = await startWeb(cms.url)
  await web.caughtUp()
})

afterAll(async () => {
  await nginx?.stop()
  await web?.stop()
  await cms?.stop()
})

describe('a web whose CMS is away', () => {
  it('serves what it kept when it begins again, and says how old it may be', async () => {
    await publish('Kept on disk')
    const { text } = await keep('/blog/kept-on-disk')
    await cms.kill()
    await beginAgain()
    const again = await ask(web.url, '/blog/kept-on-disk')
    expect([again.status, again.text === text]).toEqual([200, true])
    expect(Number(again.headers.get('age'))).toBeGreaterThanOrEqual(0)
    const ready = await fetch(`${web.url}/readyz`)
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'stale', cutOffFor: expect.any(Number) }])
    await cms.start()
    await expect.poll(async () => (await ask(web.url, '/blog/kept-on-disk')).headers.has('age'), { timeout: 20_000 })
      .toBe(false)
  })

  it('knows what changed while it was away itself, before it serves anything', async () => {
    const id = await publish('Changed meanwhile')
    await keep('/blog/changed-meanwhile')
    await web.kill()
    await (await cms.as('editor')).publish('posts', id, { excerpt: 'New words 2.' })
    await beginAgain()
    expect(await says(web.url, '/blog/changed-meanwhile', 'New words 2.')).toBe(true)
  })

  it.each([
    ['killed', () => cms.kill(), () => cms.start()],
    ['hung', async () => cms.pause(), async () => cms.resume()],
  ])(
    '%s: gives the page before the change, at once, and a plain word for what it never saw',
    async (how, takeAway, bringBack) => {
      const id = await publish(`Before it ${how}`)
      const path = `/blog/before-it-${how}`
      await keep(path)
      await (await cms.as('editor')).publish('posts', id, { excerpt: `New words, ${how}.` })
      await publish(`Never asked, ${how}`)
      await takeAway()
      try {
        const before = await ask(web.url, path)
        expect([before.status, before.headers.get('x-cache'), before.took < LATEST]).toEqual([200, 'stale', true])
        expect(Number(before.headers.get('age'))).toBeGreaterThanOrEqual(0)
        expect(before.text.includes(`New words, ${how}.`)).toBe(false)
        const unknown = await Promise.all(Array.from({ length: 30 }, () => ask(web.url, `/blog/never-asked-${how}`)))
        for (const { status, headers, text, took } of unknown) {
          expect([status, headers.get('retry-after'), took < LATEST]).toEqual([503, '5', true])
          expect(text.includes('<h1')).toBe(true)
        }
        const nowhere = await ask(web.url, `/never/there-${how}`)
        expect([nowhere.status, nowhere.took < LATEST]).toEqual([404, true])
      }
      finally {
        await bringBack()
      }
      await expect.poll(() => says(web.url, path, `New words, ${how}.`), { timeout: 20_000 }).toBe(true)
      expect((await ask(web.url, path)).headers.has('x-cache')).toBe(false)
    },
  )

  it('has the pictures that readers have asked for, until they are deleted', async () => {
    const { id, hash, filename } = await uploadPicture(await cms.as('editor'))
    const path = mediaPath({ hash: hash!, filename: filename! })
    const { text } = await ask(web.url, path)
    await expect.poll(() => existsSync(join(web.pagesDir, path))).toBe(true)
    await cms.kill()
    const away = await ask(web.url, path)
    expect([away.status, away.text === text]).toEqual([200, true])
    await cms.start()
    await (await cms.as('editor')).delete('media', id)
    await web.caughtUp()
    await expect.poll(async () => (await ask(web.url, path)).status, { timeout: 20_000 }).toBe(404)
    expect(existsSync(join(web.pagesDir, path))).toBe(false)
  })

  it('never shows what used something that was unpublished, though it had a copy, and has the page without it before anybody asks', async () => {
    const { id: secret } = await editor.create(
      'takeaway-cards',
      card({ title: 'No longer said', _status: 'published' }),
    )
    const post = await publish('With a card', {
      sections: [section('takeaways', { heading: 'Along', cards: [secret] })],
    })
    await keep('/blog/with-a-card')
    await (await cms.as('editor')).publish('posts', post, { excerpt: 'Set aside.' })
    await web.caughtUp()
    expect(existsSync(join(web.pagesDir, 'live/blog/with-a-card.stale.html.gz'))).toBe(true)
    await (await cms.as('editor')).unpublish('takeaway-cards', secret)
    await web.caughtUp()
    expect(existsSync(join(web.pagesDir, 'live/blog/with-a-card.stale.html.gz'))).toBe(false)
    await expect.poll(() => existsSync(join(web.pagesDir, 'live/blog/with-a-card.html.gz'))).toBe(true)
    await cms.kill()
    const { status, text } = await ask(web.url, '/blog/with-a-card')
    expect([status, text.includes('No longer said')]).toEqual([200, false])
    await cms.start()
  })

  it.each([
    ['goes on', async () => {}],
    ['begins again, too', () => beginAgain()],
  ])(
    'shows every page without what was unpublished, though the CMS dies at once and the web %s',
    async (how, thenThis) => {
      const { id: secret } = await editor.create(
        'takeaway-cards',
        card({ title: `Withdrawn as it ${how}`, _status: 'published' }),
      )
      const titles = Array.from({ length: 12 }, (_, index) => `One of twelve ${index} ${how.length}`)
      const paths = titles.map(title => `/blog/${title.toLowerCase().replaceAll(' ', '-')}`)
      await Promise.all(titles.map(title =>
        publish(title, { sections: [section('takeaways', { heading: 'Along', cards: [secret] })] }),
      ))
      for (const path of paths)
        expect((await keep(path)).text.includes('Withdrawn')).toBe(true)
      await (await cms.as('editor')).unpublish('takeaway-cards', secret)
      await web.caughtUp()
      await cms.kill()
      await thenThis()
      const answers = await Promise.all(paths.map(path =>
        ask(web.url, path),
      ))
      expect(answers.map(({ status, text }) => [status, text.includes('One of twelve'), text.includes('Withdrawn')]))
        .toEqual(paths.map(() => [200, true, false]))
      expect(answers.some(({ headers }) => headers.get('x-cache') === 'stale')).toBe(true)
      await cms.start()
      await expect.poll(async () => (await ask(web.url, paths[0]!)).headers.has('x-cache'), { timeout: 20_000 }).toBe(
        false,
      )
    },
  )

  it('shows nothing at the path of what was itself unpublished', async () => {
    const id = await publish('Withdrawn itself')
    await keep('/blog/withdrawn-itself')
    await (await cms.as('editor')).unpublish('posts', id)
    await web.caughtUp()
    await cms.kill()
    const { status, text } = await ask(web.url, '/blog/withdrawn-itself')
    expect([status, text.includes('Withdrawn itself')]).toEqual([404, false])
    await cms.start()
  })
})

it('goes on taking readers when all that it has are the pages before a change', async () => {
  await publish('The only one')
  const small = await startWeb(cms.url)
  onTestFinished(() => small.stop())
  await small.caughtUp()
  expect((await ask(small.url, '/blog/the-only-one')).status).toBe(200)
  await (await cms.as('admin')).send('POST', '/api/globals/site', { body: { name: 'Another name' } })
  await small.caughtUp()
  await cms.kill()
  try {
    expect((await ask(small.url, '/blog/the-only-one')).headers.get('x-cache')).toBe('stale')
    const ready = await fetch(`${small.url}/readyz`)
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'stale', pages: 0, aside: 1 }])
  }
  finally {
    await cms.start()
  }
})

describe('a web that is told to render ahead', () => {
  it('keeps every page before anybody asks, and goes on when the CMS was away', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => publish(`Ahead ${index}`)))
    const warmed = await startWeb(cms.url, {}, ['--warm'])
    onTestFinished(() => warmed.stop())
    const isFile = (path: string) => existsSync(join(warmed.pagesDir, 'live', `${path}.html.gz`))
    await expect.poll(() => isFile('/blog'), { timeout: 20_000 }).toBe(true)
    await cms.kill()
    await cms.start()
    const paths = ['/services', ...Array.from({ length: 12 }, (_, index) => `/blog/ahead-${index}`)]
    await expect.poll(() => paths.filter(path => !isFile(path)), { timeout: 40_000 }).toEqual([])
  })
})

describe.skipIf(!program)('nginx in front', () => {
  beforeAll(async () => {
    const port = await freePort()
    nginx = await startNginx(program!, {
      port,
      site: mastheadSite({ port, webAddress: new URL(web.url).host, pagesDir: web.pagesDir }),
    })
  })

  it('serves kept pages by itself, with what the web says of them', async () => {
    await (await cms.as('marketer')).create('pages', landingPage({ title: 'Home', path: '/', _status: 'published' }))
    await publish('By itself')
    const kept = await keep('/blog/by-itself')
    const home = await keep('/')
    await web.kill()
    const answer = await ask(nginx.url, '/blog/by-itself?utm_source=letter')
    expect([answer.status, answer.text === kept.text]).toEqual([200, true])
    expect(said(answer.headers)).toEqual(said(kept.headers))
    expect((await ask(nginx.url, '/blog/by-itself', { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304)
    expect((await ask(nginx.url, '/')).text === home.text).toBe(true)
    const unknown = await ask(nginx.url, '/blog/never-seen')
    expect([unknown.status, unknown.headers.get('retry-after'), unknown.text.includes('<h1')]).toEqual([503, '5', true])
    await beginAgain()
  })

  it('shows the page before while the web is down, and nothing that is gone', async () => {
    const id = await publish('Shown before')
    const secret = await publish('Not to be shown')
    await keep('/blog/shown-before')
    await keep('/blog/not-to-be-shown')
    const again = await cms.as('editor')
    await again.publish('posts', id, { excerpt: 'New words 6.' })
    await again.unpublish('posts', secret)
    await web.caughtUp()
    await web.kill()
    expect((await fetch(`${nginx.url}/blog/shown-before`, { method: 'POST', body: 'a=b' })).status).toBe(503)
    const before = await ask(nginx.url, '/blog/shown-before')
    expect([before.status, before.headers.get('x-cache'), before.text.includes('New words 6.')]).toEqual([
      200,
      'stale',
      false,
    ])
    expect((await ask(nginx.url, '/blog/not-to-be-shown')).status).toBe(503)
    await beginAgain()
    expect(await says(nginx.url, '/blog/shown-before', 'New words 6.')).toBe(true)
    expect((await ask(nginx.url, '/blog/not-to-be-shown')).status).toBe(404)
  })

  it('has an answer for everybody while a web begins again that has to drop a page', async () => {
    const secret = await editor.create('takeaway-cards', card({ title: 'Dropped at the start', _status: 'published' }))
    await publish('Begun with', { sections: [section('takeaways', { heading: 'Along', cards: [secret.id] })] })
    await keep('/blog/begun-with')
    await web.kill()
    await (await cms.as('editor')).unpublish('takeaway-cards', secret.id)
    const begun = new AbortController()
    const statuses = new Set<number>()
    const reading = (async () => {
      while (!begun.signal.aborted)
        statuses.add((await ask(nginx.url, '/blog/begun-with')).status)
    })()
    await beginAgain()
    begun.abort()
    await reading
    expect([...statuses]).toEqual([200])
    expect(await says(nginx.url, '/blog/begun-with', 'Dropped at the start')).toBe(false)
  })

  it('asks the web for all that is no page at its own address', async () => {
    await publish('Addressed')
    await keep('/blog/addressed')
    for (
      const path of [
        '/blog/addressed/',
        '//blog/addressed',
        '/Blog/addressed',
        '/blog/%61ddressed',
        '/x/../blog/addressed',
        '/blog/./addressed',
        '/blog\\addressed',
        '/blog/addressed%2f',
        '/blog/../pages.db',
        '/live/blog/addressed',
        '/blog/addressed.html',
        '/blog/addressed.html.gz',
        '/live/blog/addressed.html.gz',
        '/.stale/live/blog/addressed.html',
        '/.home',
        '/blog/addressed.stale',
        '/.previous/blog/addressed',
        '/unavailable.html',
        '/.none',
        '/healthz',
      ]
    ) {
      const [through, direct] = await Promise.all([nginx.url, web.url].map(url => askAsWritten(url, path)))
      expect([through!.status, through!.location], path).toEqual([direct!.status, direct!.location])
    }
    const { text } = await ask(nginx.url, '/blog/addressed')
    expect(await ask(nginx.url, '/blog/addressed?utm_source=letter')).toMatchObject({ status: 200, text })
    // A CDN adds `Via`, and nginx compresses for it, too.
    const compressed = await ask(nginx.url, '/blog/addressed', { 'via': '1.1 cdn', 'accept-encoding': 'gzip' })
    expect(compressed.headers.get('content-encoding')).toBe('gzip')
    const post = await fetch(`${nginx.url}/blog/addressed`, {
      method: 'POST',
      body: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(post.status).toBe(
      (await fetch(`${web.url}/blog/addressed`, {
        method: 'POST',
        body: 'a=b',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })).status,
    )
  })

  it('has designed pages for errors that it finds by itself', async () => {
    const long = 'x'.repeat(40_000)
    const answers = await Promise.all([
      fetch(`${nginx.url}/${long}`),
      fetch(`${nginx.url}/blog`, { headers: { 'x-long': long } }),
      fetch(`${nginx.url}/enquiry`, { method: 'POST', body: new Uint8Array(2_000_000) }),
      askRaw(nginx.url, 'no request at all\r\n\r\n'),
    ])
    for (const [index, status] of [414, 400, 413, 400].entries()) {
      const answer = answers[index]!
      const text = await answer.text()
      expect([
        answer.status,
        /<h1[^>]*>[^<]+/.test(text),
        text.includes('nginx'),
        answer.headers.get('x-content-type-options'),
        answer.headers.get('cache-control'),
      ], String(status)).toEqual([status, true, false, 'nosniff', 'no-store'])
    }
    expect((await ask(nginx.url, '/.errors/400.html')).status).toBe(404)
  })

  it('tells pages of one length apart that change within a second', async () => {
    const id = await publish('Same length')
    const session = await cms.as('editor')
    const path = '/blog/same-length'
    const etags = new Set<string | null>()
    let before = '"never"'
    for (const word of ['aaaa', 'bbbb', 'cccc', 'dddd']) {
      await session.publish('posts', id, { excerpt: `The word is ${word}.` })
      await web.caughtUp()
      await keep(path)
      const { text, headers } = await ask(nginx.url, path)
      expect(text.includes(word)).toBe(true)
      etags.add(headers.get('etag'))
      for (const encoding of ['gzip', 'identity']) {
        const etag = (await ask(nginx.url, path, { 'accept-encoding': encoding })).headers.get('etag')!
        const answers = await Promise.all(
          [etag, before].map(known => ask(nginx.url, path, { 'if-none-match': known, 'accept-encoding': encoding })),
        )
        expect(answers.map(({ status }) => status)).toEqual([304, 200])
      }
      before = headers.get('etag')!
    }
    expect(etags.size).toBe(4)
  })

  it('loses no read and shows nothing older after something newer while pages change', async () => {
    const id = await publish('Under way')
    await keep('/blog/under-way')
    const session = await cms.as('editor')
    const over = new AbortController()
    const seen = Array.from({ length: 16 }, async () => {
      const counts = { reads: 0, failed: [] as string[], older: 0 }
      for (let newest = 0; !over.signal.aborted; counts.reads++) {
        const { status, text } = await ask(nginx.url, '/blog/under-way')
        const edition = Number(/Edition (\d+)\./.exec(text)?.[1] ?? 0)
        if (status !== 200 || !text.endsWith('</html>'))
          counts.failed.push(`${status}, ${text.length} characters`)
        counts.older += edition < newest ? 1 : 0
        newest = Math.max(newest, edition)
      }
      return counts
    })
    for (let edition = 1; edition <= 20; edition++)
      await session.publish('posts', id, { excerpt: `Edition ${edition}.` })
    await web.caughtUp()
    over.abort()
    for (const { reads, failed, older } of await Promise.all(seen)) {
      expect(reads).toBeGreaterThan(0)
      expect([failed, older]).toEqual([[], 0])
    }
  })
})

async function publish(title: string, data: object = {}): Promise<string> {
  const { id } = await (await cms.as('editor')).create(
    'posts',
    article(basics, { title, _status: 'published', ...data }),
  )
  await web.caughtUp()
  return id
}

/** Asks for a page until it is a file, too. */
async function keep(path: string): Promise<Answer> {
  const answer = await ask(web.url, path)
  expect(answer.status).toBe(200)
  await expect.poll(() => existsSync(join(web.pagesDir, 'live', `${path}.html.gz`))).toBe(true)
  return answer
}

/** Kills the web and starts it where it was, over its own files. */
async function beginAgain(): Promise<void> {
  await web.kill()
  const { PORT, DATA_DIR } = { PORT: new URL(web.url).port, DATA_DIR: join(web.pagesDir, '..') }
  const { stop } = web
  web = { ...await startWeb(cms.url, { PORT, DATA_DIR }), stop }
}

interface Answer {
  status: number
  headers: Headers
  text: string
  /** Milliseconds. */
  took: number
}

async function ask(url: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const begun = performance.now()
  const answer = await fetch(url + path, { headers, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text(), took: performance.now() - begun }
}

/** Sends bytes as they are, and returns the answer. */
async function askRaw(url: string, bytes: string): Promise<Response> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.end(bytes)
  const [head, ...body] = (await text(socket)).split('\r\n\r\n')
  const [status, ...headers] = head!.split('\r\n')
  return new Response(body.join('\r\n\r\n'), {
    status: Number(status!.split(' ')[1]),
    headers: headers.map(line => line.split(': ', 2) as [string, string]),
  })
}

async function says(url: string, path: string, words: string): Promise<boolean> {
  return (await ask(url, path)).text.includes(words)
}

/** What is said of a page, but for how it is sent and what only counts for one server. */
function said(headers: Headers): [string, string][] {
  return [...headers]
    .filter(([name]) =>
      ![
        'accept-ranges',
        'connection',
        'content-encoding',
        'content-length',
        'date',
        'etag',
        'keep-alive',
        'server',
        'transfer-encoding',
      ].includes(name),
    )
    .map(([name, value]) => [name, value.replaceAll('; charset', ';charset').toLowerCase()])
}
