import type { Browser } from 'playwright-core'
import type { LiveCheck } from '../../src/live/LiveCheck.ts'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import type { Web } from './harness/startWeb.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, startCms } from '../integration/harness/cms.ts'
import { article, card, makeBasics, section } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'
import { startWeb } from './harness/startWeb.ts'

let cms: Cms
let web: Web
let browser: Browser
let editor: Session
let basics: Basics

beforeAll(async () => {
  const port = String(await freePort())
  cms = await startCms({ SITE_URL: `http://127.0.0.1:${port}` })
  web = await startWeb(cms.url, { PORT: port })
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await cms?.stop()
})

describe('who asks whether a change is live', () => {
  it('is told when readers have it, on the article itself', async () => {
    const { id } = await editor.create('posts', article(basics, { title: 'Proven', _status: 'published' }))
    const first = await proof('posts', id)
    expect(first).toMatchObject({
      kind: 'changed',
      through: 'site',
      total: 1,
      pages: expect.arrayContaining([{ path: '/blog/proven', took: expect.any(Number) }]),
    })
    await editor.publish('posts', id, { excerpt: 'And again.' })
    const second = await proof('posts', id, first.number)
    expect(second.number).toBeGreaterThan(first.number)
    expect(second.pages[0]!.took).toBeLessThan(5000)
  })

  it('is told of old and new addresses, and of a page that is gone', async () => {
    const { docs: [post] } = await editor.find('posts', { where: { slug: { equals: 'proven' } } })
    await editor.publish('posts', post!.id, { slug: 'proven-elsewhere' })
    const moved = await proof('posts', post!.id)
    expect(moved.pages.map(({ path, took }) => [path, typeof took])).toEqual(
      expect.arrayContaining([['/blog/proven', 'number'], ['/blog/proven-elsewhere', 'number']]),
    )
    await editor.unpublish('posts', post!.id)
    expect(await proof('posts', post!.id, moved.number)).toMatchObject({
      kind: 'gone',
      total: 0,
      pages: expect.arrayContaining([{ path: '/blog/proven-elsewhere', took: expect.any(Number) }]),
    })
  })

  it('is told of up to three pages that show a card, and how many there are', async () => {
    const { id } = await editor.create('takeaway-cards', card({ title: 'Shared', _status: 'published' }))
    for (let number = 1; number <= 4; number++) {
      await editor.create(
        'posts',
        article(basics, {
          title: `Sharing ${number}`,
          sections: [section('takeaways', { heading: 'Along', cards: [id] })],
          _status: 'published',
        }),
      )
    }
    await web.caughtUp()
    // A change touches pages that are cached.
    for (let number = 1; number <= 4; number++)
      await fetch(`${web.url}/blog/sharing-${number}`)
    await editor.publish('takeaway-cards', id, { body: 'Said better.' })
    const { pages, total } = await proof('takeaway-cards', id)
    expect(total).toBe(4)
    expect(pages).toHaveLength(3)
    expect(pages.every(({ took }) => took !== undefined)).toBe(true)
  })

  it('is told nothing new of a draft that is saved', async () => {
    const { docs: [post] } = await editor.find('posts', { where: { slug: { equals: 'sharing-1' } } })
    const { number } = await proof('posts', post!.id)
    await editor.saveDraft('posts', post!.id, { excerpt: 'Not yet.' })
    expect(await proof('posts', post!.id, number)).toMatchObject({ number: 0, pages: [] })
  })

  it('has to be signed in, and to be allowed to read the document', async () => {
    const { id } = await editor.create('posts', article(basics, { title: 'Mine' }), { draft: true })
    expect((await cms.stranger.send('GET', `/api/posts/${id}/live`)).status).toBe(403)
    expect((await (await cms.as('writer')).send('GET', `/api/posts/${id}/live`)).status).toBe(404)
    expect((await cms.stranger.send('GET', '/api/globals/site/live')).status).toBe(403)
    expect((await editor.send('GET', `/api/posts/${id}/live?after=soon`)).status).toBe(400)
  })
})

describe('who presses Publish', () => {
  it('reads that it is live, and then that it is gone', async () => {
    const admin = new Admin(
      await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage(),
      cms.url,
    )
    await admin.signIn()
    const { id } = await editor.create('posts', article(basics, { title: 'First seen' }), { draft: true })
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    expect(await admin.page.getByRole('link', { name: 'View on site' }).count()).toBe(0)
    await admin.fill('excerpt', 'Seen by everybody.')
    await admin.untilSaved()
    await admin.publish()
    await admin.page.getByText(/Live \d\.\d s after saving, on \d\sof\s\d page/).waitFor()
    expect(await admin.page.getByRole('link', { name: 'View on site' }).getAttribute('href')).toBe(
      `${web.url}/blog/first-seen`,
    )
    for (const width of [390, 800, 1100, 1400]) {
      await admin.page.setViewportSize({ width, height: 900 })
      expect(await admin.page.evaluate(isWithinItsBar), `${width} px`).toBe(true)
    }
    await admin.page.locator('.doc-controls__popup .popup-button').click()
    await admin.page.getByRole('button', { name: 'Unpublish' }).click()
    await admin.page.getByRole('button', { name: 'Confirm' }).click()
    await admin.page.getByText(/Gone from the site \d\.\d s after that/).waitFor()
    expect(await admin.page.getByRole('link', { name: 'View on site' }).count()).toBe(0)
  })

  it('reads what is wrong while the site is away, and can look again', async () => {
    const admin = new Admin(
      await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage(),
      cms.url,
    )
    await admin.signIn()
    const { docs: [shared] } = await editor.find('takeaway-cards', { where: { title: { equals: 'Shared' } } })
    await admin.open(`${cms.url}/admin/collections/takeaway-cards/${shared!.id}`)
    await admin.page.getByText(/Changes \d live pages/).waitFor()
    await web.stop()
    await admin.fill('body', 'Said while nobody could hear.')
    await admin.untilSaved()
    await admin.publish()
    await admin.page.getByText('Not live yet: the site cannot be reached (ECONNREFUSED)').waitFor()
    web = await startWeb(cms.url, { PORT: new URL(web.url).port })
    await admin.page.getByRole('button', { name: 'Look again' }).click()
    await admin.page.getByText(/Live .* on \d\sof\s\d pages/).waitFor()
  })
})

/** In the browser: whether all that stands in the bar over the form is in it, and nothing over anything else. */
function isWithinItsBar(): boolean {
  const bar = document.querySelector('.doc-controls')!.getBoundingClientRect()
  const boxes = [
    ...document.querySelectorAll('.live-status, .view-on-site, .doc-controls__controls button, .doc-controls__dots'),
  ].map(element => element.getBoundingClientRect())
  return boxes.every((one, index) =>
    one.left >= bar.left && one.right <= bar.right && one.top >= bar.top && one.bottom <= bar.bottom
    && boxes.slice(index + 1).every(other =>
      one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top,
    ),
  )
}

async function proof(collection: string, id: string, after = 0): Promise<LiveCheck> {
  return (await editor.send<LiveCheck>('GET', `/api/${collection}/${id}/live`, { query: { after } })).body
}
