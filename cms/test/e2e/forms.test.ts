import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, card, makeBasics, prose, richText, section, table } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { axeViolations } from './harness/axeViolations.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let context: BrowserContext
let basics: Basics
let owner: Session
let admin: Admin
let page: Page

beforeAll(async () => {
  cms = await startCms()
  browser = await openBrowser()
  owner = await cms.as('admin')
  basics = await makeBasics(owner)
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  page = await context.newPage()
  admin = new Admin(page, cms.url)
  await admin.signIn()
})

afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

describe('while somebody types', () => {
  it('says how much room is left, in forms and rows, and stores what is too long', async () => {
    const id = await openArticle({
      title: 'Room',
      sections: [section('prose', { heading: 'A heading', body: richText('Words.') })],
    })
    await admin.fill('title', 'x'.repeat(188))
    await page.getByText('12 left').waitFor()
    await admin.fill('title', 'x'.repeat(250))
    await page.getByText('Over by 50: shorten it to 200 or less.').waitFor()
    await admin.fill('sections.0.heading', 'y'.repeat(161))
    await page.getByText('Over by 1: shorten it to 160 or less.').waitFor()
    await admin.untilSaved()
    await expect.poll(async () => (await stored(id)).title).toBe('x'.repeat(250))
  })

  it('says that an address is taken, whole', async () => {
    await owner.create(
      'posts',
      article(basics, {
        title: 'Here before',
        slug: 'a-rather-long-address-that-somebody-else-took-before-anybody-thought-of-it',
      }),
      { draft: true },
    )
    await openArticle({ title: 'Too late' })
    await admin.fill('slug', 'a-rather-long-address-that-somebody-else-took-before-anybody-thought-of-it')
    const note = page.getByText('is taken by “Here before”. Choose another.')
    await note.waitFor()
    expect(await isWhole(note)).toBe(true)
    expect(await axeViolations(page, '.field-note')).toEqual([])
    await admin.fill('slug', 'free-again')
    await note.waitFor({ state: 'hidden' })
  })

  it('says that a date is none, keeps it, and publishes nothing with it', async () => {
    const id = await openArticle({ title: 'Dated', publishedAt: '2026-03-01T09:00:00.000Z' })
    const date = admin.field('publishedAt').locator('input')
    await date.fill('')
    await date.pressSequentially('31.02.2026')
    await page.getByText('There is no 31 February 2026: that month has 28 days. Write it like 24 Nov 2026, 15:30.')
      .waitFor()
    await admin.fill('excerpt', 'Typed after it.')
    expect(await date.inputValue()).toBe('31.02.2026')
    await page.getByRole('button', { name: /^Publish changes/ }).click()
    await expect.poll(() => date.evaluate(input => input === document.activeElement)).toBe(true)
    expect((await stored(id))._status).toBe('draft')
    await date.fill('28.02.2026 12:30')
    await admin.field('title').click()
    await expect.poll(() => date.inputValue()).toBe('28 Feb 2026, 12:30')
    await admin.untilSaved()
    await expect.poll(async () => new Date((await stored(id)).publishedAt!).toDateString()).toBe('Sat Feb 28 2026')
  })
})

describe('a publish that is refused', () => {
  it('leads to each field at fault, into other tabs and closed sections', async () => {
    await openArticle({
      title: 'Incomplete',
      excerpt: '',
      seo: { description: 'z'.repeat(400) },
      sections: [prose('Words.'), section('comparison', { heading: 'Nothing to compare', table: undefined! })],
    })
    await page.locator('#sections-row-1 .collapsible__toggle').first().click()
    await page.getByRole('button', { name: 'Search and sharing' }).click()
    await page.getByRole('button', { name: /^Publish changes/ }).click()

    const list = page.getByRole('region', { name: 'Not published: 3 fields need a change' })
    await list.waitFor()
    await expect.poll(focusedId).toBe('field-excerpt')
    expect(await list.getByRole('listitem').allInnerTexts()).toEqual([
      'Excerpt: This field is required.',
      'Sections › 02 Comparison table › Table: This field is required.',
      expect.stringMatching(/^Search and sharing › .*: This value must be shorter/),
    ])
    expect(await axeViolations(page, '.refused-save')).toEqual([])

    await page.keyboard.type('What it argues.')
    await page.getByRole('region', { name: 'Not published: 2 fields need a change' }).waitFor()
    await page.getByRole('button', { name: 'Sections › 02 Comparison table › Table' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[id^="field-"]')?.id)).toBe(
      'field-sections__1__table',
    )
    await page.getByRole('button', { name: /^Search and sharing ›/ }).click()
    await expect.poll(focusedId).toBe('field-seo__description')
  })

  it('does so in a drawer', async () => {
    const shown = await owner.create('takeaway-cards', { title: 'Without a body' }, { draft: true })
    await openArticle({ title: 'With a card', sections: [section('takeaways', { cards: [shown.id] })] })
    await openDrawer()
    await page.locator('.doc-drawer').getByRole('button', { name: /^Publish changes/ }).click()
    await page.locator('.doc-drawer').getByRole('button', { name: 'Text', exact: true }).waitFor()
    await expect.poll(focusedId).toBe('field-body')
    await page.keyboard.press('Escape')
    await page.locator('.doc-drawer').waitFor({ state: 'detached' })
  })
})

describe('a drawer that is closed', () => {
  it.each([
    ['by Escape', () => page.keyboard.press('Escape'), 'field-title'],
    ['by its cross', () => page.locator('.doc-drawer__header-close').click(), ''],
    [
      'by a click beside it',
      () => page.locator('.drawer__close').first().click({ position: { x: 4, y: 400 } }),
      expect.stringContaining('close-drawer'),
    ],
  ])('asks for what was typed in it: %s', async (_, close, focused) => {
    await openArticle({ title: 'Needs a category' })
    await page.locator(
      '#field-category button[aria-label*="Add new"], #field-category .relationship-add-new__add-button',
    ).first().click()
    const title = page.locator('.doc-drawer #field-title')
    await title.fill('Typed and not saved')
    await close()
    const question = page.getByRole('heading', { name: 'Close without saving?' })
    await question.waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it open')
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    expect(await title.inputValue()).toBe('Typed and not saved')
    await expect.poll(focusedId).toEqual(focused)
    await close()
    await page.getByRole('button', { name: 'Close without saving' }).click()
    await page.locator('.doc-drawer').waitFor({ state: 'detached' })
    expect(await owner.count('categories', { where: { title: { equals: 'Typed and not saved' } } })).toBe(0)
  })

  it('waits for a document that saves itself', async () => {
    const shown = await owner.create('takeaway-cards', card({ title: 'A card' }), { draft: true })
    await openArticle({ title: 'Waits', sections: [section('takeaways', { cards: [shown.id] })] })
    await openDrawer()
    await page.locator('.doc-drawer #field-body').fill('Typed at the last moment.')
    await page.keyboard.press('Escape')
    await page.locator('.doc-drawer').waitFor({ state: 'detached' })
    expect((await owner.get('takeaway-cards', shown.id, { draft: true })).body).toBe('Typed at the last moment.')
  })
})

describe('a section that is removed', () => {
  it('comes back by one key, with all its words', async () => {
    const id = await openArticle({
      title: 'Undone',
      sections: [
        section('prose', { heading: 'Where writes go', body: richText('First words.') }),
        prose('Second words.'),
      ],
    })
    await admin.write(0, 'And ')
    await admin.untilSaved()
    await removeRow('sections-row-0')
    await page.getByText('Section “Where writes go” removed.').waitFor()
    expect(await axeViolations(page, '.undo-bar')).toEqual([])
    await admin.untilSaved()
    await expect.poll(async () => (await stored(id)).sections!.length).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#sections-row-0 [contenteditable="true"]').innerText()).toMatch(
      /And First words\.|First words\.And /,
    )
    await admin.untilSaved()
    await expect.poll(async () => JSON.stringify((await stored(id)).sections)).toMatch(
      /Where writes go.*First words.*Second words/,
    )
  })

  it('comes back in a list inside of another section, and in the form of a site', async () => {
    const questions = ['Why?', 'How?'].map(question => ({ question, answer: richText(`An answer to ${question}`) }))
    const id = await openArticle({ title: 'Nested', sections: [prose('Words.'), section('faq', { questions })] })
    await removeRow('sections-1-questions-row-0')
    await page.getByText('Question “Why?” removed.').waitFor()
    await admin.untilSaved()
    await page.getByRole('button', { name: 'Undo' }).click()
    await admin.untilSaved()
    await expect.poll(async () => JSON.stringify((await stored(id)).sections)).toMatch(
      /An answer to Why.*An answer to How/,
    )

    await owner.send('POST', '/api/globals/site', {
      body: { navigation: [{ label: 'Journal', url: '/blog' }, { label: 'About', url: '/about' }] },
    })
    await admin.openGlobal('site')
    await removeRow('navigation-row-0')
    await page.getByText('Link “Journal” removed.').waitFor()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() =>
      page.locator('#field-navigation__0__label, [name="navigation.0.label"]').first().inputValue(),
    ).toBe('Journal')
    expect(await page.locator('[name="navigation.1.label"]').inputValue()).toBe('About')
  })

  it('is a column, whose cells come back with it', async () => {
    const { id } = await owner.create('comparison-tables', table(), { draft: true })
    await admin.open(`${cms.url}/admin/collections/comparison-tables/${id}`)
    await removeRow('columns-row-1')
    await admin.untilSaved()
    await expect.poll(() => cellsOf(id)).toEqual({ one: { mark: 'yes' } })
    await page.getByRole('button', { name: 'Undo' }).click()
    await admin.untilSaved()
    await expect.poll(() => cellsOf(id)).toEqual({ one: { mark: 'yes' }, two: { mark: 'text', text: 'Low' } })
  })

  it('is a column that comes back before the CMS has answered that its cells went', async () => {
    const { id } = await owner.create('comparison-tables', table(), { draft: true })
    await admin.open(`${cms.url}/admin/collections/comparison-tables/${id}`)
    const undone = Promise.withResolvers<void>()
    const answered = Promise.withResolvers<void>()
    await page.route(/autosave=true/, async (route) => {
      const response = await route.fetch()
      await undone.promise
      await route.fulfill({ response })
      answered.resolve()
    }, { times: 1 })
    await removeRow('columns-row-1')
    await expect.poll(() => cellsOf(id)).toEqual({ one: { mark: 'yes' } })
    await page.getByRole('button', { name: 'Undo' }).click()
    undone.resolve()
    await answered.promise
    await admin.untilSaved()
    await expect.poll(() => cellsOf(id)).toEqual({ one: { mark: 'yes' }, two: { mark: 'text', text: 'Low' } })
  })

  async function cellsOf(id: string) {
    return (await owner.get('comparison-tables', id, { draft: true })).rows![0]!.cells
  }
})

it('draws a section that was added offline as soon as the CMS answers', async () => {
  await owner.send('POST', '/api/globals/site', { body: { navigation: [] } })
  await admin.openGlobal('site')
  await context.setOffline(true)
  await admin.addRow('navigation', 'Add Link')
  await page.getByText('The CMS cannot be reached. This section appears as soon as it answers.').waitFor()
  await context.setOffline(false)
  await page.locator('[name="navigation.0.label"]').fill('Written after all')
  await page.getByText('The CMS cannot be reached. This section').waitFor({ state: 'detached' })
})

async function openArticle(parts: Parameters<typeof article>[1]): Promise<string> {
  const { id } = await owner.create('posts', article(basics, parts), { draft: true })
  await admin.open(`${cms.url}/admin/collections/posts/${id}`)
  return id
}

function stored(id: string) {
  return owner.get('posts', id, { draft: true, depth: 0 })
}

/** Opens the card of the first section. */
async function openDrawer(): Promise<void> {
  await admin.field('sections.0.cards').locator('.relationship--multi-value-label__drawer-toggler').first().click()
  await page.locator('.doc-drawer #field-body').waitFor()
}

async function removeRow(id: string): Promise<void> {
  await page.locator(`#${id} .array-actions__button`).first().click()
  await page.locator('.array-actions__remove').filter({ visible: true }).click()
}

function focusedId(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}

/** Whether no part of a text is cut off by what it is in. */
function isWhole(text: ReturnType<Page['getByText']>): Promise<boolean> {
  return text.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect()
    return element.scrollWidth <= element.clientWidth && left >= 0 && right <= window.innerWidth
  })
}
