import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cookieNames } from '../../src/users/cookieNames.ts'
import { ADMIN, startCms } from '../integration/harness/cms.ts'
import { article, card, makeBasics, prose, section } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { axeViolations } from './harness/axeViolations.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let basics: Basics
let owner: Session
let context: BrowserContext
let admin: Admin
let page: Page

beforeAll(async () => {
  cms = await startCms()
  browser = await openBrowser()
  owner = await cms.as('admin')
  basics = await makeBasics(owner)
})

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  page = await context.newPage()
  admin = new Admin(page, cms.url)
  await admin.signIn()
  return () => context.close()
})

afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

describe('a session that ended while somebody writes', () => {
  it('goes on after the password, with every word, at the place where they were', async () => {
    const { id } = await owner.create(
      'posts',
      article(basics, { title: 'Interrupted', sections: [prose('Before.')] }),
      { draft: true },
    )
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    const editor = page.locator('#sections-row-0 [contenteditable="true"]').first()
    await editor.click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' And')
    await admin.untilSaved()
    await whileCutOff(async () => {
      await context.clearCookies()
      await page.keyboard.insertText(' after.')
    })

    await signedOut().waitFor()
    await expect.poll(() => focusedId()).toBe('sign-in-again-password')
    expect(await page.getByLabel('Email').inputValue()).toBe(ADMIN.email)
    expect(await axeViolations(page, '.dialog')).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await page.getByText('The email or password provided is incorrect.').waitFor()
    await page.keyboard.type(ADMIN.password)
    await page.keyboard.press('Enter')
    await signedOut().waitFor({ state: 'detached' })

    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('contenteditable'))).toBe('true')
    await page.keyboard.type(' And on.')
    await admin.untilSaved()
    await expect.poll(() => textOf(id)).toContain('Before. And after. And on.')
  })

  it('takes no key from a writer in the middle of a sentence', async () => {
    const { id } = await owner.create(
      'posts',
      article(basics, { title: 'In full flow', sections: [prose('Before.')] }),
      { draft: true },
    )
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    await page.locator('#sections-row-0 [contenteditable="true"]').first().click()
    await page.keyboard.press('ControlOrMeta+End')
    await context.clearCookies()
    const refused = page.waitForResponse(response => response.status() >= 400)
    const words = ' A writer who types without a pause looks at the words, and not at the dialog that is about to come.'
    await Promise.all([refused, page.keyboard.type(words, { delay: 60 })])
    await signInAgain()
    await admin.untilSaved()
    await expect.poll(() => textOf(id)).toContain(`Before.${words}`)
  })

  it('publishes what was to be published', async () => {
    const { id } = await owner.create('posts', article(basics, { title: 'Nearly out', sections: [prose('Words.')] }), {
      draft: true,
    })
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    await context.clearCookies()
    await page.getByRole('button', { name: /^Publish changes/ }).click()
    await signInAgain()
    await expect.poll(async () => (await owner.get('posts', id, { depth: 0 }))._status).toBe('published')
  })

  it('stays over a drawer, which stays open', async () => {
    const shown = await owner.create('takeaway-cards', card({ title: 'A card in a drawer' }), { draft: true })
    const { id } = await owner.create(
      'posts',
      article(basics, { title: 'With a drawer', sections: [section('takeaways', { cards: [shown.id] })] }),
      { draft: true },
    )
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    await admin.field('sections.0.cards').locator('.relationship--multi-value-label__drawer-toggler').first().click()
    const body = page.locator('.doc-drawer #field-body')
    await body.fill('Written in a drawer')
    await expect.poll(async () => (await owner.get('takeaway-cards', shown.id, { draft: true })).body).toBe(
      'Written in a drawer',
    )
    await whileCutOff(async () => {
      await context.clearCookies()
      await body.fill('Written in a drawer, and saved after all.')
    })
    await signedOut().waitFor()
    expect(await body.inputValue()).toBe('Written in a drawer, and saved after all.')
    await signInAgain()
    await expect.poll(() => focusedId()).toBe('field-body')
    await expect.poll(async () => (await owner.get('takeaway-cards', shown.id, { draft: true })).body).toBe(
      'Written in a drawer, and saved after all.',
    )
  })

  it('was ended elsewhere, or its account is gone: the form stays', async () => {
    const editor = await cms.as('editor', 'leaving')
    await context.clearCookies()
    await page.goto('about:blank')
    await context.addCookies([{
      name: cookieNames('http://localhost:3001').session,
      value: editor.token,
      url: cms.url,
    }])
    const { id } = await owner.create('posts', article(basics, { title: 'Left behind' }), { draft: true })
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    await admin.fill('excerpt', 'Still')
    await admin.untilSaved()
    await whileCutOff(async () => {
      await owner.send('DELETE', `/api/users/${editor.person.id}`)
      await admin.fill('excerpt', 'Still here.')
    })
    await signedOut().waitFor()
    expect(await page.getByLabel('Email').inputValue()).toBe('leaving@example.com')
    expect(await admin.field('excerpt').inputValue()).toBe('Still here.')
  })

  it('is found out by the clock too, and no form goes for it', async () => {
    const { id } = await owner.create('posts', article(basics, { title: 'A week later' }), { draft: true })
    await page.clock.install()
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    await admin.fill('excerpt', 'Typed a week ago.')
    await admin.untilSaved()
    await context.clearCookies()
    await page.clock.fastForward(7 * 24 * 60 * 60 * 1000 + 30_000)
    await signInAgain()
    expect(page.url()).toContain(id)
    expect(await admin.field('excerpt').inputValue()).toBe('Typed a week ago.')
    // Payload had asked whether to stay.
    await page.locator('#stay-logged-in').waitFor({ state: 'hidden' })
  })
})

describe('two tabs', () => {
  it('need one sign-in', async () => {
    const posts = await Promise.all(
      ['First tab', 'Second tab'].map(title => owner.create('posts', article(basics, { title }), { draft: true })),
    )
    const second = new Admin(await context.newPage(), cms.url)
    await admin.open(`${cms.url}/admin/collections/posts/${posts[0]!.id}`)
    await second.open(`${cms.url}/admin/collections/posts/${posts[1]!.id}`)
    for (const tab of [admin, second]) {
      await tab.fill('excerpt', 'Typed')
      await tab.untilSaved()
    }
    await whileCutOff(async () => {
      await context.clearCookies()
      await admin.fill('excerpt', 'Typed in the first.')
      await second.fill('excerpt', 'Typed in the second.')
    })
    await signedOut(second.page).waitFor()
    await signInAgain()
    await signedOut(second.page).waitFor({ state: 'detached' })
    await expect.poll(async () =>
      (await Promise.all(posts.map(({ id }) => owner.get('posts', id, { draft: true, depth: 0 })))).map(({ excerpt }) =>
        excerpt,
      ),
    )
      .toEqual(['Typed in the first.', 'Typed in the second.'])
  })

  it('save nothing in the name of another person who signed in', async () => {
    const editor = await cms.as('editor', 'newcomer')
    const { id } = await owner.create('posts', article(basics, { title: 'Not theirs' }), { draft: true })
    const excerpt = 'Written'
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    await admin.fill('excerpt', excerpt)
    await admin.untilSaved()
    await whileCutOff(async () => {
      await context.clearCookies()
      await context.addCookies([{
        name: cookieNames('http://localhost:3001').session,
        value: editor.token,
        url: cms.url,
      }])
      await admin.fill('excerpt', 'Written by the first person.')
    })
    await page.getByRole('heading', { name: 'newcomer of the tests is signed in now' }).waitFor()
    expect(await axeViolations(page, '.dialog')).toEqual([])
    expect((await owner.get('posts', id, { draft: true, depth: 0 })).excerpt).toBe(excerpt)
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await expect.poll(() => admin.field('excerpt').inputValue()).toBe(excerpt)
  })
})

function signedOut(where = page) {
  return where.getByRole('heading', { name: 'You were signed out' })
}

async function signInAgain(): Promise<void> {
  await signedOut().waitFor()
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in and go on' }).click()
  await signedOut().waitFor({ state: 'detached' })
}

/** Runs `act` offline, so that the page learns only afterwards that the session has ended. */
async function whileCutOff(act: () => Promise<void>): Promise<void> {
  await context.setOffline(true)
  await act()
  await context.setOffline(false)
}

function focusedId(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}

async function textOf(id: string): Promise<string> {
  return JSON.stringify((await owner.get('posts', id, { draft: true, depth: 0 })).sections)
}
