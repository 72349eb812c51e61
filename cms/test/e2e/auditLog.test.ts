import type { Browser, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startCms } from '../integration/harness/cms.ts'
import { article, makeBasics } from '../integration/harness/content.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let post: string
beforeAll(async () => {
  cms = await startCms()
  const editor = await cms.as('editor')
  const basics = await makeBasics(editor)
  post = (await editor.create('posts', article(basics, { title: 'A queue is not a buffer', _status: 'published' }))).id
  await editor.unpublish('posts', post)
  await editor.create('redirects', { from: '/old', to: '/blog', status: '301' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

it.each([1280, 1024])(
  'an administrator goes from a document to its history, and filters that (%i pixels wide)',
  async (width) => {
    const page = await signedIn(ADMIN.email, ADMIN.password, width)
    await page.goto(`${cms.url}/admin/collections/posts/${post}`)
    await page.locator('.doc-controls__popup .popup-button, .doc-controls__popup button').first().click()
    await page.getByRole('link', { name: 'History of this document' }).click()
    await page.waitForURL(/\/collections\/audit-log/)
    const rows = page.locator('.table tbody tr')
    await expect.poll(() => rows.count()).toBe(2)
    expect(await page.locator('.table thead th').allInnerTexts()).toEqual(
      expect.arrayContaining(['When', 'Who', 'What', 'Kind of document', 'Document', 'From']),
    )
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/editor of the tests\s+Unpublished\s+Post\s+A queue is not a buffer\s+127\.0\.0\.1/),
      expect.stringMatching(/editor of the tests\s+Published\s+Post\s+A queue is not a buffer\s+127\.0\.0\.1/),
    ])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

    await page.goto(`${cms.url}/admin/collections/audit-log?where[or][0][and][0][event][equals]=exported`)
    await page.getByText('No results').waitFor()
    expect(await page.getByRole('link', { name: /create new/i }).count()).toBe(0)

    // An entry can be looked at, and there is nothing to save.
    await page.goto(`${cms.url}/admin/collections/audit-log`)
    await page.locator('.table tbody a').first().click()
    await page.waitForURL(/\/collections\/audit-log\/.+/)
    await page.locator('.document-fields').waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
    await page.context().close()
  },
)

it('settings lead to their history', async () => {
  const page = await signedIn(ADMIN.email, ADMIN.password, 1280)
  await page.goto(`${cms.url}/admin/globals/site`)
  await page.getByRole('link', { name: 'History of these settings' }).click()
  await page.waitForURL(/audit-log\?.*site/)
  await page.getByText('No results').waitFor()
  await page.context().close()
})

it('others are not led there, and see nothing there', async () => {
  const { person } = await cms.as('editor')
  const page = await signedIn(person.email, 'battery staple', 1280)
  await page.goto(`${cms.url}/admin/collections/posts/${post}`)
  await page.locator('.doc-controls__popup .popup-button, .doc-controls__popup button').first().click()
  await page.locator('#action-duplicate').waitFor()
  expect(await page.getByText('History of this document').count()).toBe(0)
  await page.goto(`${cms.url}/admin/globals/site`)
  await page.locator('.doc-controls').waitFor()
  expect(await page.getByText('History of these settings').count()).toBe(0)
  await page.goto(`${cms.url}/admin/collections/audit-log`)
  expect(await page.getByText('A queue is not a buffer').count()).toBe(0)
  expect(await page.locator('a[href="/admin/collections/audit-log"]').count()).toBe(0)
  await page.context().close()
})

async function signedIn(email: string, password: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${cms.url}/admin/login`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').first().fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(`${cms.url}/admin`)
  return page
}
