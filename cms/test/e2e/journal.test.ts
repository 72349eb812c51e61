import type { Locator, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Person, Session } from '../integration/harness/Session.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics, prose } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { KillableBrowser } from './harness/KillableBrowser.ts'

let cms: Cms
let browser: KillableBrowser
let editor: Session
let basics: Basics

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  browser = await KillableBrowser.start()
})

afterEach(async () => {
  for (const page of browser.context.pages())
    await page.close()
})

afterAll(async () => {
  await browser?.stop()
  await cms?.stop()
})

describe('words that were typed and not saved', () => {
  it('are there after the browser was killed, but for the last second', async () => {
    const { id, admin, editorOf } = await openArticle('Killed')
    await cutOff(admin.page)
    const text
      = 'Each of these words is typed without a pause, and none of them reaches the server before the browser is gone. '
    await editorOf(0).click()
    const typed: { length: number, at: number }[] = []
    for (const [index, letter] of [...text].entries()) {
      await admin.page.keyboard.insertText(letter)
      typed.push({ length: index + 1, at: Date.now() })
    }
    const killedAt = Date.now()
    await browser.kill()
    await browser.open()

    const again = await reopen(id)
    const offer = offerOf(again.page)
    await offer.getByRole('heading', { name: /^\d+ words from \d\d:\d\d were not saved$/ }).waitFor()
    expect(await textOf(id, 0), 'unasked').toBe('Words.')
    await offer.getByRole('button', { name: 'Show the difference' }).click()
    expect(await offer.locator('ins').innerText()).toMatch(/^\s?Each of these words/)
    await offer.getByRole('button', { name: 'Put them back' }).click()
    await expect.poll(() => textOf(id, 0)).toMatch(/^Words\.Each of these words/)
    const kept = (await textOf(id, 0)).length - 'Words.'.length
    expect(killedAt - typed.findLast(({ length }) => length <= kept)!.at).toBeLessThanOrEqual(1000)

    // The server has them: there is nothing to offer any more.
    await again.untilSaved()
    await untilForgotten(again.page, 'Each of these words')
    await again.reload()
    await expectNoOffer(again.page)
  })

  it('are there after the CMS was killed, in each field', async () => {
    const { id, admin, editorOf } = await openArticle('Without a server')
    await killCms()
    await admin.fill('excerpt', 'An excerpt that no server heard of.')
    await editorOf(0).pressSequentially('More of it. ')
    await untilKept(admin.page, 'More of it.')
    await admin.page.close()
    await cms.start()
    editor = await cms.as('editor')

    const again = await reopen(id)
    await offerOf(again.page).getByRole('button', { name: 'Put them back' }).click()
    await expect.poll(async () => (await draftOf(id)).excerpt).toBe('An excerpt that no server heard of.')
    await expect.poll(() => textOf(id, 0)).toContain('More of it.')
  })

  it('are there after the session has ended, and the person has signed in again', async () => {
    const { id, admin } = await openArticle('Signed out elsewhere')
    // While the line is cut, so that no dialog comes before the words.
    await browser.context.setOffline(true)
    await editor.send('DELETE', `/api/users/${editor.person.id}/sessions`)
    await admin.fill('excerpt', 'Typed after the session had ended.')
    await untilKept(admin.page, 'Typed after the session had ended.')
    await browser.context.setOffline(false)
    await admin.page.goto('about:blank')
    editor = await renewed('editor')
    const again = await reopen(id)
    await offerOf(again.page).getByRole('button', { name: 'Put them back' }).click()
    await expect.poll(async () => (await draftOf(id)).excerpt).toBe('Typed after the session had ended.')
  })

  it('are offered to nobody else, and are gone once their writer signs out', async () => {
    const { id, admin } = await openArticle('Private')
    await cutOff(admin.page)
    await admin.fill('excerpt', 'Only mine.')
    await untilKept(admin.page, 'Only mine.')
    await admin.page.close()
    await browser.context.clearCookies()

    const other = await cms.as('editor', 'colleague')
    const theirs = await reopen(id, other.person)
    await expectNoOffer(theirs.page)
    await theirs.page.goto(`${cms.url}/admin/logout`)
    await theirs.page.getByLabel('Email').waitFor()

    const again = await reopen(id)
    await offerOf(again.page).waitFor()
    await again.page.goto(`${cms.url}/admin/logout`)
    await again.page.getByLabel('Email').waitFor()
    await untilForgotten(again.page, 'Only mine.')
  })

  it('are not offered while they are typed in another window, and leave the choice where both changed', async () => {
    const { id, admin } = await openArticle('Two windows')
    await cutOff(admin.page)
    await admin.fill('excerpt', 'What the first window says.')
    await untilKept(admin.page, 'What the first window says.')
    const second = await reopen(id)
    await second.fill('excerpt', 'What the second window says.')
    await second.untilSaved()
    await expectNoOffer(second.page)

    await admin.page.close()
    await second.reload()
    const offer = offerOf(second.page)
    await offer.getByRole('button', { name: 'Put them back' }).click()
    await offer.getByRole('alert').waitFor()
    await offer.getByRole('radio', { name: /The text that you had typed/ }).check()
    await offer.getByRole('button', { name: 'Put them back' }).click()
    await expect.poll(async () => (await draftOf(id)).excerpt).toBe('What the first window says.')
  })

  it('can be thrown away, and that undone', async () => {
    const { id, admin } = await openArticle('Thrown away')
    await cutOff(admin.page)
    await admin.fill('excerpt', 'Not worth keeping.')
    await untilKept(admin.page, 'Not worth keeping.')
    await admin.page.close()
    const again = await reopen(id)
    await offerOf(again.page).getByRole('button', { name: 'Throw them away' }).click()
    await untilForgotten(again.page, 'Not worth keeping.')
    await again.page.getByRole('button', { name: 'Undo' }).click()
    await offerOf(again.page).getByRole('button', { name: 'Throw them away' }).click()
    await again.reload()
    await expectNoOffer(again.page)
  })

  it('are there in forms that do not save themselves, new ones, those in drawers, and without what is secret', async () => {
    const { admin } = await openArticle('With a drawer')
    await admin.field('category').getByRole('button', { name: 'Add new Category' }).click()
    const drawer = admin.page.locator('.doc-drawer')
    await drawer.locator('#field-title').fill('Typed in a drawer')
    await untilKept(admin.page, 'Typed in a drawer')
    await admin.begin('categories')
    await offerOf(admin.page).getByRole('button', { name: 'Put them back' }).click()
    await expect.poll(() => admin.field('title').inputValue()).toBe('Typed in a drawer')
    await admin.save()
    await untilForgotten(admin.page, 'Typed in a drawer')

    await admin.openGlobal('site')
    await admin.fill('tagline', 'Not saved yet')
    await untilKept(admin.page, 'Not saved yet')
    await admin.reload()
    await offerOf(admin.page).getByRole('button', { name: 'Put them back' }).click()
    await admin.save()
    await expect.poll(async () => (await editor.global('site')).tagline).toBe('Not saved yet')

    await admin.open(`${cms.url}/admin/account`)
    await admin.page.getByRole('button', { name: 'Change Password' }).click()
    await admin.page.locator('#field-password').fill('a secret of mine')
    await admin.fill('name', 'Another name')
    await untilKept(admin.page, 'Another name')
    expect(await journalOf(admin.page)).not.toContain('a secret of mine')
  })
})

describe('a form that is open', () => {
  it('stays while the CMS is away, and a link that was followed meanwhile leads on once it is back', async () => {
    const { admin } = await openArticle('Not left alone')
    await killCms()
    await admin.page.locator('.step-nav').getByRole('link', { name: 'Posts' }).click()
    await admin.page.waitForTimeout(3000)
    expect(await admin.field('excerpt').isVisible()).toBe(true)
    await cms.start()
    editor = await cms.as('editor')
    await admin.page.waitForURL(/collections\/posts(?:\?|$)/)
    await admin.page.getByRole('heading', { name: 'Posts' }).waitFor()
  })
})

/** Until `start`, or the end of the test. */
async function killCms(): Promise<void> {
  await cms.kill()
  onTestFailed(() => cms.start())
}

async function openArticle(title: string) {
  const { id } = await editor.create(
    'posts',
    article(basics, { title, sections: [prose('Words.'), prose('Other words.')] }),
    { draft: true },
  )
  const admin = await reopen(id)
  // Some tests kill the CMS at once: what is not drawn by then never is.
  await admin.field('excerpt').waitFor()
  return {
    id,
    admin,
    editorOf: (section: number) => admin.page.locator(`#sections-row-${section} [contenteditable="true"]`).first(),
  }
}

/** Opens an article in a window of its own, as whoever is signed in, or else as this person. */
async function reopen(id: string, { email }: Person = editor.person): Promise<Admin> {
  const admin = new Admin(await browser.newPage(), cms.url)
  const address = `${cms.url}/admin/collections/posts/${id}`
  await admin.page.goto(address, { waitUntil: 'networkidle' })
  if (admin.page.url().includes('/login'))
    await admin.signIn({ email, password: 'battery staple' })
  if (admin.page.url() !== address)
    await admin.page.goto(address, { waitUntil: 'networkidle' })
  await admin.untilReady()
  return admin
}

async function renewed(role: 'editor'): Promise<Session> {
  return cms.stranger.signIn(`${role}@example.com`, 'battery staple')
}

function offerOf(page: Page): Locator {
  return page.getByRole('region', { name: /not saved$/ })
}

/** An offer comes a moment after the form. */
async function expectNoOffer(page: Page): Promise<void> {
  await page.waitForTimeout(1000)
  expect(await page.locator('.journal-offer').count()).toBe(0)
}

/** No save of a page reaches the server from now on. */
async function cutOff(page: Page): Promise<void> {
  await page.route(
    '**/api/**',
    route => ['PATCH', 'POST'].includes(route.request().method()) ? route.abort() : route.continue(),
  )
}

/** Waits until the journal has these words. */
async function untilKept(page: Page, words: string): Promise<void> {
  await expect.poll(() => journalOf(page)).toContain(words)
}

/** Waits until the journal has these words no longer. */
async function untilForgotten(page: Page, words: string): Promise<void> {
  await expect.poll(() => journalOf(page)).not.toContain(words)
}

async function journalOf(page: Page): Promise<string> {
  return JSON.stringify(await changesIn(page))
}

function changesIn(page: Page): Promise<unknown[]> {
  return page.evaluate(() =>
    new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open('masthead-journal')
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const reading = opening.result.transaction('changes').objectStore('changes').getAll()
        reading.onsuccess = () => {
          opening.result.close()
          resolve(reading.result)
        }
      }
    }),
  )
}

async function draftOf(id: string) {
  return editor.get('posts', id, { draft: true, depth: 0 })
}

/** The plain words of a section's rich text, as the server has them. */
async function textOf(id: string, index: number): Promise<string> {
  const { sections } = await draftOf(id)
  return [...JSON.stringify(sections![index]).matchAll(/"text":"([^"]*)"/g)].map(([, words]) => words).join('')
}
