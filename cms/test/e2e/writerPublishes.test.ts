import type { Browser, BrowserContext } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Web } from './harness/startWeb.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { picture } from '../integration/harness/picture.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'
import { startWeb } from './harness/startWeb.ts'

let cms: Cms
let web: Web
let browser: Browser
let context: BrowserContext
let admin: Admin

beforeAll(async () => {
  cms = await startCms()
  web = await startWeb(cms.url)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  admin = new Admin(await context.newPage(), cms.url)
})

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await cms?.stop()
})

describe('from an empty system to a published article, by hand', () => {
  it('signs in', async () => {
    await admin.signIn()
  })

  it('makes a category, an author and a picture', async () => {
    await admin.begin('categories')
    await admin.fill('title', 'Storage')
    await admin.save()
    await admin.begin('authors')
    await admin.fill('name', 'Ida Ringdal')
    await admin.save()
    await admin.begin('media')
    const { name, type, bytes } = await picture({ name: 'tide.png', width: 640, height: 400 })
    await admin.page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: type, buffer: bytes })
    await admin.fill('alt', 'Two colours that meet')
    await admin.save()
  })

  it('fills in a table, column by column, and publishes it', async () => {
    await admin.begin('comparison-tables')
    await admin.fill('title', 'Engines side by side')
    for (const [index, column] of ['Log', 'Tree'].entries()) {
      await admin.addRow('columns', 'Add Column')
      await admin.fill(`columns.${index}.label`, column)
    }
    await admin.addRow('rows', 'Add Row')
    await admin.fill('rows.0.criterion', 'Cheap range scans')
    await admin.page.getByRole('group', { name: 'Log' }).getByText('✗ No').click()
    await admin.page.getByRole('group', { name: 'Tree' }).getByPlaceholder('Words').fill('By nature')
    await admin.publish()
  })

  it('writes a card, whose pasted list becomes its points', async () => {
    await admin.begin('takeaway-cards')
    await admin.fill('title', 'Measure the tail')
    await admin.fill('body', 'Averages hide what hurts.\\n- Tail: the slowest request in a hundred.')
    await admin.addRow('stats', 'Add Figure')
    await admin.fill('stats.0.value', '99 %')
    await admin.fill('stats.0.label', 'of requests')
    await admin.publish()
  })

  it('begins an article, and finds it again whole after a reload half-way', async () => {
    await admin.begin('posts')
    await admin.fill('title', 'What the disk remembers')
    await admin.fill('excerpt', 'An argument about logs and trees.')
    const introduction = await admin.addSection('Text')
    await admin.page.getByRole('button', { name: 'introduction', exact: true }).click()
    await admin.fill(`sections.${introduction}.heading`, 'Where writes go')
    await admin.write(introduction, 'Every write lands somewhere first.')
    await admin.untilSaved()

    await admin.reload()
    await expect.poll(() => admin.field('sections.0.heading').inputValue()).toBe('Where writes go')
    expect(await admin.field('sections.0.label').inputValue()).toBe('introduction')
    expect(await admin.page.locator('#sections-row-0 [contenteditable="true"]').innerText()).toContain(
      'Every write lands somewhere first.',
    )
    expect(await admin.field('slug').inputValue()).toBe('what-the-disk-remembers')
  })

  it('asks before words are left behind that it has not saved yet', async () => {
    const { page } = admin
    await admin.write(0, ' And stays there.')
    const asked = page.waitForEvent('dialog')
    await page.evaluate(() => window.setTimeout(() => window.location.reload()))
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await admin.untilSaved()
    await admin.reload()
    await expect.poll(() => page.locator('#sections-row-0 [contenteditable="true"]').innerText()).toContain(
      'And stays there.',
    )
  })

  it('keeps what is typed in several fields while a save is under way', async () => {
    const { page } = admin
    await page.route(/autosave=true/, async (route) => {
      await new Promise(resolve => setTimeout(resolve, 1500))
      await route.continue()
    })
    const saving = page.waitForRequest(/autosave=true/)
    await admin.fill('sections.0.summary', 'Before it began.')
    await saving
    await admin.fill('sections.0.kicker', 'First meanwhile')
    await admin.write(0, ' And here.')
    await admin.fill('title', 'What the disk remembers well')
    await admin.fill('sections.0.summary', 'While it went on.')
    await admin.untilSaved()
    await page.unroute(/autosave=true/)
    await admin.reload()
    await expect.poll(() => admin.field('sections.0.kicker').inputValue()).toBe('First meanwhile')
    expect(await admin.field('title').inputValue()).toBe('What the disk remembers well')
    expect(await admin.field('sections.0.summary').inputValue()).toBe('While it went on.')
    await expect.poll(() => page.locator('#sections-row-0 [contenteditable="true"]').innerText()).toContain('And here.')
    await admin.fill('title', 'What the disk remembers')
    await admin.untilSaved()
  })

  it('goes on trying when the CMS does not take what was typed, and says so', async () => {
    const { page } = admin
    await page.route(/autosave=true/, route => route.abort())
    await admin.fill('sections.0.summary', 'Written in a tunnel.')
    await page.getByText('it tries again by itself').waitFor()
    await page.unroute(/autosave=true/)
    await admin.untilSaved()
    await admin.reload()
    await expect.poll(() => admin.field('sections.0.summary').inputValue()).toBe('Written in a tunnel.')
  })

  it('saves them before a link is followed', async () => {
    const { page } = admin
    const address = page.url()
    await admin.write(0, ' For good.')
    await page.locator('.step-nav a[href$="/collections/posts"]').click()
    await page.waitForURL(/collections\/posts(\?|$)/)
    await admin.open(address)
    await expect.poll(() => page.locator('#sections-row-0 [contenteditable="true"]').innerText()).toContain('For good.')
  })

  it('adds a section of every other kind', async () => {
    const comparison = await admin.addSection('Comparison table')
    await admin.choose(`sections.${comparison}.table`, 'Engines side by side')
    const spotlight = await admin.addSection('Spotlight cards')
    await admin.fill(`sections.${spotlight}.heading`, 'In the light')
    await admin.choose(`sections.${spotlight}.cards`, 'Measure the tail')
    const takeaways = await admin.addSection('Takeaways')
    await admin.fill(`sections.${takeaways}.heading`, 'To take along')
    await admin.choose(`sections.${takeaways}.cards`, 'Measure the tail')
    const quote = await admin.addSection('Quote')
    await admin.fill(`sections.${quote}.text`, 'A log is a promise.')
    await admin.fill(`sections.${quote}.person`, 'Ida Ringdal')
    const image = await admin.addSection('Picture')
    await admin.chooseUpload(`sections.${image}.image`, 'tide.png')
    const code = await admin.addSection('Code')
    await admin.fill(`sections.${code}.code`, 'fsync(fd);')
    const faq = await admin.addSection('Questions')
    await admin.addRow(`sections.${faq}.questions`, 'Add Question')
    await admin.fill(`sections.${faq}.questions.0.question`, 'Does it survive a crash?')
    await admin.write(faq, 'What was acknowledged does.')
  }, 120_000)

  it('publishes it, and a reader sees all of it', async () => {
    await admin.choose('category', 'Storage')
    await admin.choose('authors', 'Ida Ringdal')
    await admin.publish()
    await web.caughtUp()

    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    const answer = await reader.goto(`${web.url}/blog/what-the-disk-remembers`)
    expect(answer?.status()).toBe(200)
    const text = (await reader.locator('main').innerText()).replaceAll(/\s+/g, ' ')
    for (
      const words of [
        'What the disk remembers',
        'An argument about logs and trees.',
        'Where writes go',
        'Every write lands somewhere first.',
        'Engines side by side',
        'Cheap range scans',
        'By nature',
        'In the light',
        'Averages hide what hurts.',
        'the slowest request in a hundred.',
        'To take along',
        'A log is a promise.',
        'fsync(fd);',
        'Does it survive a crash?',
      ]
    )
      expect(text.toLowerCase()).toContain(words.toLowerCase())
    expect(await reader.getByAltText('Two colours that meet').count()).toBe(1)
    // Once in the spotlight, once among the takeaways: what autosaves while somebody types doubles nothing.
    expect(await reader.locator('main li li', { hasText: 'the slowest request' }).count()).toBe(2)
    expect(await reader.getByRole('cell', { name: /no/i }).count()).toBeGreaterThan(0)
  })

  it('shows readers what was published while the next draft is written', async () => {
    await admin.fill('excerpt', 'A second thought, not yet public.')
    await admin.untilSaved()
    expect(await fetch(`${web.url}/blog/what-the-disk-remembers`).then(answer => answer.text())).toContain(
      'An argument about logs and trees.',
    )
    await admin.publish()
    await web.caughtUp()
    expect(await fetch(`${web.url}/blog/what-the-disk-remembers`).then(answer => answer.text())).toContain(
      'A second thought',
    )
  })

  it('leads links to a section there still when its heading has changed', async () => {
    const page = () => fetch(`${web.url}/blog/what-the-disk-remembers`).then(answer => answer.text())
    await admin.fill('sections.0.heading', 'Where every write goes')
    await admin.untilSaved()
    await admin.publish()
    await web.caughtUp()
    expect(await page()).toContain('Where every write goes')
    expect(await page()).toContain('href="#where-writes-go"')
    expect(await page()).toContain('id="where-writes-go"')
  })

  it('says which card an article would miss, and publishes it too', async () => {
    const address = admin.page.url()
    await admin.begin('takeaway-cards')
    await admin.fill('title', 'A late thought')
    await admin.fill('body', 'Never published by itself.')
    await admin.untilSaved()
    await admin.open(address)
    await admin.choose('sections.3.cards', 'A late thought')
    await admin.untilSaved()
    await admin.page.getByRole('heading', { name: 'Not on the site yet' }).waitFor()
    await admin.publish()
    await web.caughtUp()
    const path = `${web.url}/blog/what-the-disk-remembers`
    expect(await fetch(path).then(answer => answer.text())).not.toContain('A late thought')

    await admin.page.getByRole('button', { name: 'Publish it too' }).click()
    await admin.page.getByRole('heading', { name: 'Not on the site yet' }).waitFor({ state: 'detached' })
    await expect.poll(() => fetch(path).then(answer => answer.text())).toContain('A late thought')
  })
})

it('keeps what is put into a section that was only just added, however late the CMS answers', async () => {
  const { page } = admin
  await admin.begin('posts')
  const late = Promise.withResolvers<void>()
  let asked = 0
  let isDrawn = false
  // The first answer draws the section. What was asked before that, the CMS answers without knowing what is in it.
  await page.route(/\/admin\//, async (route) => {
    if (route.request().method() !== 'POST' || isDrawn)
      return route.continue()
    const isFirst = asked++ === 0
    const answer = await route.fetch()
    await (isFirst ? new Promise(resolve => setTimeout(resolve, 1500)) : late.promise)
    await route.fulfill({ response: answer })
  })
  const adding = admin.addSection('Text')
  await expect.poll(() => asked).toBeGreaterThan(0)
  await admin.fill('title', 'Written in a hurry')
  const section = await adding
  await expect.poll(() => asked).toBeGreaterThan(1)
  isDrawn = true
  await admin.fill(`sections.${section}.heading`, 'Not to be lost')
  await admin.write(section, 'Typed before the answer.')
  await page.waitForTimeout(1000)
  late.resolve()
  await page.unrouteAll({ behavior: 'wait' })
  await admin.untilSaved()
  await admin.reload()
  expect(await admin.field(`sections.${section}.heading`).inputValue()).toBe('Not to be lost')
  await expect.poll(() => page.locator(`#sections-row-${section} [contenteditable="true"]`).innerText()).toContain(
    'Typed before the answer.',
  )
})
