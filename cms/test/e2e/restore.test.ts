import type { Browser } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics } from '../integration/harness/content.ts'
import { SEEN_ALL } from '../integration/harness/SEEN_ALL.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let editor: Session
let admin: Admin
let post: string
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  const writer = await cms.as('writer')
  post
    = (await writer.create('posts', article(await makeBasics(editor), { title: 'The first draft' }), { draft: true })).id
  await editor.update('posts', post, { title: 'As published', _status: 'published' }, SEEN_ALL)
  await editor.saveDraft('posts', post, { title: 'Half a thought', excerpt: '' })
  await editor.saveDraft('posts', post, { title: 'A later draft', excerpt: 'Whole.' })
  browser = await openBrowser()
  admin = new Admin(await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage(), cms.url)
  await admin.signIn()
})
afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

describe('an earlier version of a published article, in the admin', () => {
  it('is restored as a draft, and readers go on seeing what is published', async () => {
    await openVersion('Half a thought')
    await admin.page.getByText('Restore makes a draft of this version. Readers still see the published version.')
      .waitFor()
    await admin.page.getByRole('button', { name: 'Restore', exact: true }).click()
    await admin.page.getByText('Restored as a draft. Readers still see the published version.').waitFor()
    await expect.poll(() => admin.field('title').inputValue()).toBe('Half a thought')
    expect((await cms.stranger.get('posts', post)).title).toBe('As published')
  })

  it('is published by a button that says so, once somebody has confirmed what readers will see', async () => {
    await openVersion('A later draft')
    await restoreAndPublish()
    await admin.page.getByText('Restored and published: readers see this version now.').waitFor()
    expect((await cms.stranger.get('posts', post)).title).toBe('A later draft')
  })

  it('is not published while it is incomplete, and the message says what is missing', async () => {
    await openVersion('Half a thought')
    await restoreAndPublish()
    await admin.page.getByText(/Not published\. .*Excerpt\. Restore it as a draft, complete it, and publish it then\./)
      .waitFor()
    expect((await cms.stranger.get('posts', post)).title).toBe('A later draft')
  })

  it('is not offered for publication to somebody who may not publish', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1024, height: 900 } })).newPage()
    admin = new Admin(page, cms.url)
    await admin.signIn({ email: 'writer@example.com', password: 'battery staple' })
    await openVersion('The first draft')
    await page.getByRole('button', { name: 'Restore', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Restore and publish' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await page.getByText('Restored as a draft.').waitFor()
    expect((await editor.get('posts', post, { draft: true })).title).toBe('The first draft')
    expect((await cms.stranger.get('posts', post)).title).toBe('A later draft')
  })
})

async function openVersion(title: string): Promise<void> {
  const version = (await editor.versions('posts', post)).find(({ version }) => version.title === title)!
  await admin.page.goto(`${cms.url}/admin/collections/posts/${post}/versions/${version.id}`, {
    waitUntil: 'networkidle',
  })
}

async function restoreAndPublish(): Promise<void> {
  await admin.page.getByRole('button', { name: 'Restore and publish' }).click()
  await admin.page.getByText('Readers see this version at once, instead of the one that is published now.').waitFor()
  await admin.page.locator('.confirmation-modal').getByRole('button', { name: 'Restore and publish' }).click()
}
