import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Web } from './harness/startWeb.ts'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'
import { startWeb } from './harness/startWeb.ts'

const MARK_UP = '"><script>document.title="taken"</script><img src=x onerror="document.title=\'taken\'">'

let cms: Cms
let web: Web
let browser: Browser
let context: BrowserContext
let page: Page
let visitor = 0
let email: string

beforeAll(async () => {
  cms = await startCms()
  const editor = await cms.as('editor')
  await editor.create('posts', { ...article(await makeBasics(editor), { title: 'A queue' }), _status: 'published' })
  web = await startWeb(cms.url)
  browser = await openBrowser()
})

beforeEach(async () => {
  visitor++
  email = `${randomUUID()}@example.com`
  // Each test is somebody else, by what a proxy says.
  context = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${visitor}` },
  })
  page = await context.newPage()
})

afterEach(() => context?.close())

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await cms?.stop()
})

describe('a visitor without scripts', () => {
  it('sends an enquiry from the end of an article, and the marketer answers it', async () => {
    await page.goto(`${web.url}/blog/a-queue`)
    await fill({ company: 'Vold & Daughters' })
    await send()
    expect(new URL(page.url()).pathname).toBe('/enquiry/thanks')
    const reference = await page.locator('dd').innerText()
    const [stored] = await sent()
    expect(stored).toMatchObject({
      reference,
      name: 'Ines Vold',
      email,
      company: 'Vold & Daughters',
      page: '/blog/a-queue',
      status: 'new',
    })

    const marketer = await cms.as('marketer')
    const desk = await (await browser.newContext()).newPage()
    await new Admin(desk, cms.url).signIn({ email: marketer.person.email, password: 'battery staple' })
    await desk.goto(`${cms.url}/admin/collections/enquiries`)
    await desk.getByRole('link', { name: reference }).click()
    await desk.locator('#field-note').fill('Called back.')
    expect(await desk.locator('#field-message').isEditable()).toBe(false)
    await desk.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(async () => (await sent())[0]!.note).toBe('Called back.')
    await desk.context().close()
  })

  it('is told what is wrong, beside each field, and loses nothing', async () => {
    await page.goto(`${web.url}/enquiry`)
    await fill({ email: 'ines', message: 'Short\nly', company: MARK_UP })
    await send()
    expect(await page.title()).toMatch(/^Not sent yet: /)
    expect(await page.locator(':focus').getAttribute('role')).toBe('alert')
    expect(await page.getByLabel('Name').inputValue()).toBe('Ines Vold')
    expect(await page.getByLabel('E-mail').inputValue()).toBe('ines')
    expect(await page.getByLabel('Company').inputValue()).toBe(MARK_UP)
    expect(await page.getByLabel('Message').inputValue()).toBe('Short\nly')
    const described = await page.getByLabel('E-mail').getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('like name@example.com')

    await page.getByRole('link', { name: /at least 10 characters/ }).click()
    expect(await page.locator(':focus').getAttribute('name')).toBe('message')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Message').fill('Long enough by now.')
    await send()
    expect(await page.locator('h1').innerText()).toBe('Your enquiry has been sent')
    expect(await sent()).toMatchObject([{ company: MARK_UP, message: 'Long enough by now.' }])
  })

  it('writes 10,000 characters, and gets them back', async () => {
    await page.goto(`${web.url}/enquiry`)
    const message = 'A queue, in full. '.repeat(556).slice(0, 10_000)
    await fill({ message })
    await send()
    expect(await page.getByLabel('Message').inputValue()).toBe(message.trim())
    expect(await sent()).toEqual([])
  })

  it('sends one enquiry by a doubled click, by going back and by reloading', async () => {
    await page.goto(`${web.url}/enquiry`)
    await fill()
    await page.getByRole('button', { name: 'Send the enquiry' }).dblclick()
    await page.waitForURL(/thanks/)
    const reference = await page.locator('dd').innerText()
    await page.goto(`${web.url}/enquiry`)
    await fill()
    await send()
    expect(await page.locator('dd').innerText()).toBe(reference)
    expect(await sent()).toHaveLength(1)
  })

  it('sees no trap, and cannot get into it by the keyboard', async () => {
    await page.goto(`${web.url}/enquiry`)
    expect(await page.locator('[name="topic"]').isVisible()).toBe(false)
    await page.getByLabel('Message').focus()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Send the enquiry')
  })

  it('is asked to wait after five enquiries, and loses nothing', async () => {
    for (let time = 0; time < 6; time++) {
      await page.goto(`${web.url}/enquiry`)
      await fill({ message: `Enquiry number ${time} of a busy person.` })
      await send()
    }
    expect(await page.getByRole('alert').innerText()).toContain('That was a lot at once')
    expect(await page.getByLabel('Message').inputValue()).toBe('Enquiry number 5 of a busy person.')
    expect(await sent()).toHaveLength(5)
  })
})

describe('mark-up in an enquiry', () => {
  it('is text in the admin', async () => {
    await page.goto(`${web.url}/enquiry`)
    await fill({ name: MARK_UP, company: MARK_UP, message: MARK_UP })
    await send()
    const [stored] = await sent()
    const desk = await (await browser.newContext()).newPage()
    await new Admin(desk, cms.url).signIn()
    await desk.goto(`${cms.url}/admin/collections/enquiries`)
    await desk.getByRole('link', { name: stored!.reference }).waitFor()
    expect(await desk.title()).not.toBe('taken')
    await desk.goto(`${cms.url}/admin/collections/enquiries/${stored!.id}`)
    expect(await desk.locator('#field-message').inputValue()).toBe(MARK_UP)
    expect(await desk.title()).not.toBe('taken')
    await desk.context().close()
  })
})

describe('a program', () => {
  it('that fills in everything is thanked, and nothing is kept', async () => {
    const html = await fetch(`${web.url}/enquiry`).then(answer => answer.text())
    const names = [...html.matchAll(/<(?:input|textarea)[^>]* name="([^"]*)"/g)].map(([, name]) => name!)
    expect(names).toContain('topic')
    const fields = Object.fromEntries(names.map(name => [name, name === 'email' ? email : 'Something or other']))
    const answer = await fetch(`${web.url}/enquiry`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('/enquiry/thanks?reference='),
    ])
    expect(await sent()).toEqual([])
  })
})

describe('an enquiry that is sent while the CMS', () => {
  it('is gone is thanked for, and kept for the marketer once the CMS is back', async () => {
    await page.goto(`${web.url}/enquiry`)
    await fill()
    await cms.kill()
    const reference = await sendWithin(3000)
    expect(await waiting()).toBe(1)
    await cms.start()
    await expect.poll(async () => waiting(), { timeout: 30_000 }).toBe(0)
    expect(await sent()).toMatchObject([{
      reference,
      name: 'Ines Vold',
      message: 'A queue that never empties.',
      status: 'new',
    }])
  })

  it('hangs is kept once, though the CMS has heard of it many times', async () => {
    await page.goto(`${web.url}/enquiry`)
    await fill()
    cms.pause()
    let references: string[]
    try {
      references = [await sendWithin(3500)]
      await page.goBack()
      references.push(await sendWithin(3500))
    }
    finally {
      cms.resume()
    }
    await expect.poll(async () => waiting(), { timeout: 30_000 }).toBe(0)
    expect(new Set(references).size).toBe(1)
    expect(await sent()).toMatchObject([{ reference: references[0] }])
  })

  it.runIf(inject('mongodb') === null)('cannot write to its database is kept once it can', async () => {
    await page.goto(`${web.url}/enquiry`)
    await fill()
    using database = new DatabaseSync(join(cms.dataDir, 'masthead.db'))
    database.exec('BEGIN IMMEDIATE')
    const reference = await sendWithin(4000)
    expect(await waiting()).toBe(1)
    // Longer than the CMS waits for another writer: by now it has answered 500.
    await sleep(6000)
    expect(await waiting()).toBe(1)
    database.exec('ROLLBACK')
    await expect.poll(async () => waiting(), { timeout: 30_000 }).toBe(0)
    expect(await sent()).toMatchObject([{ reference }])
  })

  it('is gone outlives the web, too', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'masthead-web-'))
    const first = await startWeb(cms.url, { DATA_DIR: dataDir })
    let second: Web | undefined
    try {
      await page.goto(`${first.url}/enquiry`)
      await fill()
      await cms.kill()
      const reference = await sendWithin(3000)
      await first.stop()
      second = await startWeb(cms.url, { DATA_DIR: dataDir })
      expect(await waiting(second)).toBe(1)
      await cms.start()
      await expect.poll(async () => waiting(second), { timeout: 30_000 }).toBe(0)
      expect(await sent()).toMatchObject([{ reference }])
    }
    finally {
      await first.stop()
      await second?.stop()
      await rm(dataDir, { recursive: true })
    }
  })
})

/** Sends what is filled in; the reference of the thanks, which come in so many milliseconds. */
async function sendWithin(limit: number): Promise<string> {
  const began = Date.now()
  await send()
  const reference = await page.locator('dd').innerText()
  expect(Date.now() - began).toBeLessThan(limit)
  return reference
}

async function waiting({ url } = web): Promise<number> {
  const { enquiries } = await fetch(`${url}/readyz`).then(answer => answer.json()) as { enquiries: { waiting: number } }
  return enquiries.waiting
}

async function fill(parts: Partial<Record<'name' | 'email' | 'company' | 'message', string>> = {}): Promise<void> {
  const words = { name: 'Ines Vold', email, company: '', message: 'A queue that never empties.', ...parts }
  await page.getByLabel('Name').fill(words.name)
  await page.getByLabel('E-mail').fill(words.email)
  await page.getByLabel('Company').fill(words.company)
  await page.getByLabel('Message').fill(words.message)
}

async function send(): Promise<void> {
  await page.getByRole('button', { name: 'Send the enquiry' }).click()
  await page.waitForLoadState()
}

async function sent() {
  const { docs } = await (await cms.as('admin')).find('enquiries', { where: { email: { equals: email } } })
  return docs
}
