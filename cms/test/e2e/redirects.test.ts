import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics } from '../integration/harness/content.ts'
import { askAsWritten } from './harness/askAsWritten.ts'
import { startWeb } from './harness/startWeb.ts'

let cms: Cms
let web: Web
let editor: Session

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  web = await startWeb(cms.url)
})

afterAll(async () => {
  await web?.stop()
  await cms?.stop()
})

describe('a reader who comes to an old address', () => {
  it('is led to the article where it stands now, in one step', async () => {
    const { id } = await editor.create(
      'posts',
      article(await makeBasics(editor), { title: 'Where it was', _status: 'published' }),
    )
    expect((await get('/blog/where-it-was')).status).toBe(200)
    await editor.publish('posts', id, { slug: 'where-it-went' })
    await editor.publish('posts', id, { slug: 'where-it-is' })
    await web.caughtUp()
    for (const address of ['/blog/where-it-was', '/blog/where-it-went']) {
      for (const method of ['GET', 'HEAD'])
        expect(await led(`${address}?utm_source=letter`, method)).toEqual([301, '/blog/where-it-is?utm_source=letter'])
    }
    expect((await fetch(`${web.url}/blog/where-it-was`)).url).toBe(`${web.url}/blog/where-it-is`)
  })

  it('finds the page again that has returned', async () => {
    const { docs: [post] } = await editor.find('posts', { where: { slug: { equals: 'where-it-is' } } })
    await editor.publish('posts', post!.id, { slug: 'where-it-was' })
    await web.caughtUp()
    expect((await get('/blog/where-it-was')).status).toBe(200)
    expect(await led('/blog/where-it-is')).toEqual([301, '/blog/where-it-was'])
  })

  it('is led as a marketer said', async () => {
    const marketer = await cms.as('marketer')
    await marketer.create('redirects', { from: '/café', to: 'https://other.example/menu', status: '302' })
    await marketer.create('redirects', { from: '/wp-content/gone', status: '410' })
    await web.caughtUp()
    expect(await led('/caf%c3%a9')).toEqual([302, 'https://other.example/menu'])
    const gone = await get('/wp-content/gone')
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('This page is gone')
  })

  it('is told that there is none where nobody said anything', async () => {
    expect((await get('/never/there')).status).toBe(404)
  })

  it.each([
    ['/Blog/Where-It-Is/', 301, '/blog/where-it-was'],
    ['/%62log//where-it-went?a=1', 301, '/blog/where-it-was?a=1'],
    ['/Caf%C3%89', 302, 'https://other.example/menu'],
    ['/WP-Content/gone', 410, undefined],
    ['/x/../blog/where-it-is', 301, '/blog/where-it-was'],
    ['/Blog/Page/1', 301, '/blog'],
    ['/BLOG', 301, '/blog'],
  ])('is led in one step from %s', async (address, status, location) => {
    const answer = await askAsWritten(web.url, address)
    expect([answer.status, answer.location]).toEqual([status, location])
  })

  it.each(['while the CMS is away', 'when the web has begun again meanwhile'])(
    'is led %s, and told where there is no page',
    async (when) => {
      await cms.kill()
      if (when.startsWith('when'))
        await beginAgain()
      expect(await led('/blog/where-it-is?a=1')).toEqual([301, '/blog/where-it-was?a=1'])
      expect((await get('/wp-content/gone')).status).toBe(410)
      expect((await get('/never/asked')).status).toBe(404)
      // Whether there is a further page of a list only the CMS could tell.
      expect((await get('/blog/page/7')).status).toBe(503)
      expect((await askAsWritten(web.url, '/SERVICES')).location).toBe('/services')
    },
  )

  it('is led as it was changed while the web was away', async () => {
    await web.kill()
    await cms.start()
    const marketer = await cms.as('marketer')
    const { docs: [redirect] } = await marketer.find('redirects', { where: { from: { equals: '/wp-content/gone' } } })
    await marketer.update('redirects', redirect!.id, { status: '302', to: '/blog' })
    await beginAgain()
    await web.caughtUp()
    await cms.kill()
    expect(await led('/wp-content/gone')).toEqual([302, '/blog'])
  })
})

/** Starts the web over its own files. */
async function beginAgain(): Promise<void> {
  await web.kill()
  const { stop } = web
  web = { ...await startWeb(cms.url, { PORT: new URL(web.url).port, DATA_DIR: join(web.pagesDir, '..') }), stop }
}

function get(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(web.url + path, { redirect: 'manual', ...init })
}

async function led(path: string, method = 'GET'): Promise<[number, string | null]> {
  const { status, headers } = await get(path, { method })
  return [status, headers.get('location')]
}
