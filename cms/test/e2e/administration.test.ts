import type { Browser, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ADMIN, startCms } from '../integration/harness/cms.ts'
import { article, card, makeBasics, section } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let admin: Admin
let page: Page
let rest: Session
let basics: Basics

beforeAll(async () => {
  cms = await startCms()
  rest = await cms.as('admin')
  basics = await makeBasics(rest)
  browser = await openBrowser()
  page = await newPage()
  admin = new Admin(page, cms.url)
  await admin.signIn()
})

afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

/** What is typed before the page has come to life is typed into a picture of it. */
const ALIVE = { waitUntil: 'networkidle' } as const

describe('the administration, by hand', () => {
  it('shows where a card is used, and leads there', async () => {
    const { id } = await rest.create('takeaway-cards', card({ title: 'A shared thought', _status: 'published' }))
    await page.goto(`${cms.url}/admin/collections/takeaway-cards/${id}`, ALIVE)
    await page.getByText('Used nowhere yet.').waitFor()
    await rest.create(
      'posts',
      article(basics, {
        title: 'Where the thought stands',
        sections: [section('spotlight', { cards: [id] })],
        _status: 'published',
      }),
    )
    await page.reload(ALIVE)
    await page.getByRole('region', { name: /^Used in/ }).getByRole('link', { name: 'Where the thought stands' }).click()
    await expect.poll(() => admin.field('title').inputValue()).toBe('Where the thought stands')
  })

  it('makes a one-time link, by which somebody who has lost their password signs in', async () => {
    const { person } = await cms.as('writer', 'forgetful')
    await page.goto(`${cms.url}/admin/collections/users/${person.id}`, ALIVE)
    await page.getByRole('button', { name: 'Make a one-time link' }).click()
    await page.getByRole('button', { name: 'Make the link' }).click()
    await admin.confirm('correct cow')
    await page.getByText('This is not your current password.').waitFor()
    await admin.confirm(ADMIN.password)
    const link = await page.getByLabel('One-time link').inputValue()

    const theirs = await newPage()
    await theirs.goto(cms.url + new URL(link).pathname, ALIVE)
    await theirs.getByLabel('New Password').fill('a staple of my own')
    await theirs.getByLabel('Confirm Password').fill('a staple of my own')
    await theirs.getByRole('button', { name: 'Reset Password' }).click()
    await theirs.getByRole('heading', { name: 'Articles' }).waitFor()
    await cms.stranger.signIn(person.email, 'a staple of my own')
    await theirs.context().close()
  })

  it('shows people where they are signed in, and ends what they point at', async () => {
    const elsewhere = await cms.as('writer', 'careful')
    const theirs = await newPage()
    const careful = new Admin(theirs, cms.url)
    await careful.signIn({ email: elsewhere.person.email, password: 'battery staple' })
    await theirs.goto(`${cms.url}/admin/account`, ALIVE)
    await theirs.getByText('This one').waitFor()
    await theirs.getByRole('button', { name: /^End the session that began/ }).click()
    await theirs.getByText('One session ended.').waitFor()
    expect((await elsewhere.send<{ user: unknown }>('GET', '/api/users/me')).body.user).toBeNull()

    await careful.fill('name', 'Careful Renamed')
    await careful.save()
    expect((await rest.get('users', elsewhere.person.id)).name).toBe('Careful Renamed')
    await theirs.context().close()
  })

  it('unlocks an account that was barred', async () => {
    const { person } = await cms.as('writer', 'hasty')
    const signIn = (password: string) =>
      cms.stranger.send('POST', '/api/users/login', { body: { email: person.email, password } })
    for (let attempt = 0; attempt < 8; attempt++)
      await signIn('wrong')
    expect((await signIn('battery staple')).status).toBe(429)
    await page.goto(`${cms.url}/admin/collections/users/${person.id}`, ALIVE)
    await page.getByRole('button', { name: 'Unlock the account' }).click()
    await page.getByText('hasty of the tests may try again.').waitFor()
    expect((await signIn('battery staple')).status).toBe(200)
  })

  it('asks for the current password when somebody changes their own, and says what is wrong with the new one', async () => {
    const { person } = await cms.as('writer', 'changer')
    const theirs = await newPage()
    const changer = new Admin(theirs, cms.url)
    await changer.signIn({ email: person.email, password: 'battery staple' })
    await theirs.goto(`${cms.url}/admin/account`, ALIVE)
    await theirs.getByRole('button', { name: 'Change Password' }).click()
    await changePassword(theirs, 'changer changer')
    await changer.confirm('battery staple')
    await theirs.getByText(/^This password is easy to guess\./).first().waitFor()

    await changePassword(theirs, 'quiet lantern orbit')
    await changer.confirm('battery staple')
    await theirs.getByText('Updated successfully').waitFor()
    await cms.stranger.signIn(person.email, 'quiet lantern orbit')
    await theirs.context().close()
  })

  it('leaves everything as it was when the question for the password is cancelled', async () => {
    const { person } = await cms.as('writer', 'kept')
    await page.goto(`${cms.url}/admin/collections/users/${person.id}`, ALIVE)
    await admin.fill('email', 'taken@example.com')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog', { name: 'Confirm that it is you' }).getByRole('button', { name: 'Cancel' }).click()
    expect((await rest.get('users', person.id)).email).toBe(person.email)
    await page.getByRole('button', { name: 'Save' }).click()
    await admin.confirm(ADMIN.password)
    await page.getByText('Updated successfully').waitFor()
    expect((await rest.get('users', person.id)).email).toBe('taken@example.com')
  })

  it('publishes many articles, and says which of them lacks what', async () => {
    for (const title of ['First of many', 'Second of many'])
      await rest.create('posts', article(basics, { title }), { draft: true })
    await rest.create('posts', { title: 'Third of many, half done' }, { draft: true })
    await select('posts', 'of many')
    await act('Publish')
    await page.getByText('“Third of many, half done”: The following fields are invalid: ').waitFor()
    expect(await published()).toEqual(['First of many', 'Second of many'])
  })

  it('unpublishes many', async () => {
    await select('posts', 'of many')
    await act('Unpublish')
    await expect.poll(published).toEqual([])
  })

  it('puts many in the trash, and takes them out again', async () => {
    await select('posts', 'of many')
    await act('Delete')
    const where = { title: { like: 'of many' } }
    await expect.poll(() => rest.count('posts', { where })).toBe(0)
    await select('posts/trash', 'of many')
    await act('Restore')
    await expect.poll(() => rest.count('posts', { where })).toBe(3)
  })

  it('says what uses a card that cannot be thrown away with the others', async () => {
    await rest.create('takeaway-cards', card({ title: 'An unused thought', _status: 'published' }))
    await select('takeaway-cards', 'thought')
    await act('Delete')
    await page.getByText(
      '“A shared thought”: It is used by the post “Where the thought stands”. Take it out there first.',
    ).waitFor()
    expect(
      (await rest.find('takeaway-cards', { where: { title: { like: 'thought' } } })).docs.map(({ title }) => title),
    ).toEqual(['A shared thought'])
  })

  it('gives a duplicate an address of its own', async () => {
    const { id } = await rest.create('posts', article(basics, { title: 'An original', _status: 'published' }))
    await page.goto(`${cms.url}/admin/collections/posts/${id}`, ALIVE)
    await expect.poll(() => admin.field('slug').inputValue()).toBe('an-original')
    await page.locator('.doc-controls__popup').getByRole('button').first().click()
    await page.getByRole('button', { name: 'Duplicate' }).click()
    await page.waitForURL(url => !url.pathname.includes(id))
    await expect.poll(() => admin.field('slug').inputValue()).toBe('an-original-2')
  })

  it.runIf(inject('mongodb') === null)(
    'says that nothing was saved while another program keeps the database, and has the words still',
    async () => {
      const { id } = await rest.create('categories', { title: 'Before' })
      await admin.open(`${cms.url}/admin/collections/categories/${id}`)
      await admin.fill('title', 'After')
      using database = new DatabaseSync(join(cms.dataDir, 'masthead.db'))
      database.exec('BEGIN IMMEDIATE')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByText(
        'Nothing was saved. Another program, such as an import, has kept the database busy for 5 s. Try again in a moment.',
      ).waitFor()
      database.exec('ROLLBACK')
      expect(await admin.field('title').inputValue()).toBe('After')
      expect((await rest.get('categories', id)).title).toBe('Before')
      await admin.save()
      expect((await rest.get('categories', id)).title).toBe('After')
    },
  )

  it('says by its name which picture is too large', async () => {
    await admin.begin('media')
    await page.locator('input[type="file"]').first().setInputFiles({
      name: 'enormous.png',
      mimeType: 'image/png',
      buffer: Buffer.alloc(13_000_000),
    })
    await admin.fill('alt', 'Nothing, at length')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('“enormous.png” is larger than 12 MB. Make it smaller and try again.').waitFor()
    expect(await admin.field('alt').inputValue()).toBe('Nothing, at length')
  })

  it('says that no mail is sent where none is', async () => {
    const strangers = await newPage()
    await strangers.goto(`${cms.url}/admin/login`, ALIVE)
    await strangers.getByRole('link', { name: /forgot/i }).click()
    await strangers.getByText('This site sends no e-mail. Ask an administrator for a one-time link').waitFor()
    await strangers.context().close()
  })

  it('is as dark as the system before anybody has signed in', async () => {
    const strangers = await (await browser.newContext({ colorScheme: 'dark' })).newPage()
    for (const path of ['login', 'forgot']) {
      await strangers.goto(`${cms.url}/admin/${path}`, ALIVE)
      await expect.poll(() => strangers.locator('html').getAttribute('data-theme'), { message: path }).toBe('dark')
    }
    await strangers.context().close()
  })
})

async function newPage(): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1280, height: 1000 } })).newPage()
}

/** Selects all that a list finds. */
async function select(list: string, search: string): Promise<void> {
  await page.goto(`${cms.url}/admin/collections/${list}?search=${encodeURIComponent(search)}`, ALIVE)
  await page.locator('.select-all input').check()
}

async function act(action: string, confirmation = 'Confirm'): Promise<void> {
  await page.locator('.list-selection').getByRole('button', { name: action, exact: true }).click()
  await page.getByRole('button', { name: confirmation, exact: true }).click()
}

async function published(): Promise<string[]> {
  const { docs } = await rest.find('posts', {
    where: { title: { like: 'of many' }, _status: { equals: 'published' } },
    sort: 'title',
  })
  return docs.map(({ title }) => title)
}

describe('the page to sign in, of a CMS whose address is https', () => {
  let secure: Cms
  beforeAll(async () => {
    secure = await startCms({ CMS_URL: 'https://cms.example.com' })
  })
  afterAll(() => secure.stop())

  it('says why a browser that came without encryption is not kept signed in, and where to go', async () => {
    const theirs = await newPage()
    await theirs.route('http://cms.example.com/**', async (route) => {
      const { pathname, search } = new URL(route.request().url())
      await route.fulfill({ response: await route.fetch({ url: secure.url + pathname + search }) })
    })
    await theirs.goto('http://cms.example.com/admin/login', ALIVE)
    await theirs.getByText('This page came without encryption, so your browser will not keep you signed in.').waitFor()
    await theirs.getByRole('link', { name: 'https://cms.example.com/admin' }).waitFor()
    await theirs.goto(`${secure.url}/admin/login`, ALIVE)
    expect(await theirs.getByText('This page came without encryption').count()).toBe(0)
    await theirs.context().close()
  })
})

/** Enters a new password twice and saves. The form takes a moment to see that the two are the same. */
async function changePassword(on: Page, password: string): Promise<void> {
  await on.locator('#field-password').fill(password)
  await on.locator('#field-confirm-password').fill(password)
  await expect.poll(async () => {
    await on.getByRole('button', { name: 'Save' }).click()
    return on.getByRole('dialog', { name: 'Confirm that it is you' }).waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    )
  }).toBe(true)
}
