import type { Browser, Page } from 'playwright-core'
import type { VersionMarks } from '../../src/drafts/versions/versionFields.ts'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ageVersions } from '../integration/harness/ageVersions.ts'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics, prose, section, table } from '../integration/harness/content.ts'
import { picture } from '../integration/harness/picture.ts'
import { SEEN_ALL } from '../integration/harness/SEEN_ALL.ts'
import { Admin } from './harness/Admin.ts'
import { axeViolations } from './harness/axeViolations.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let editor: Session
let other: Session
let basics: Basics
let admin: Admin
let page: Page
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  other = await cms.as('editor', 'Ines')
  basics = await makeBasics(editor)
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  admin = new Admin(page, cms.url)
  await admin.signIn({ email: 'editor@example.com', password: 'battery staple' })
})
afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

function address(id: string, view = '', collection = 'posts'): string {
  return `${cms.url}/admin/collections/${collection}/${id}${view}`
}

async function marksOf(id: string): Promise<unknown[]> {
  return (await editor.versions('posts', id)).map(({ version }) => {
    const { title, savedAs, versionName } = version as VersionMarks & { title: string }
    return [title, savedAs, versionName ?? null]
  })
}

describe('a version that is kept in the form', () => {
  let id: string
  beforeAll(async () => {
    id = (await editor.create('posts', article(basics, { title: 'Begun' }), { draft: true, autosave: true })).id
  })

  it('has the words that were typed just before, and a name', async () => {
    await admin.open(address(id))
    await admin.fill('title', 'Before the review')
    await page.getByRole('button', { name: 'Keep this version' }).click()
    const dialog = page.getByRole('dialog', { name: 'Keep this version' })
    await dialog.getByLabel('Name (optional)').fill('For Marit')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Version kept: For Marit').waitFor()
    await expect.poll(() => marksOf(id)).toEqual([['Before the review', 'kept', 'For Marit']])
  })

  it('is kept by the key too, and another begins with the next word', async () => {
    await admin.fill('title', 'After the review')
    await page.keyboard.press('ControlOrMeta+s')
    await page.getByRole('status').getByText('Version kept', { exact: true }).waitFor()
    await admin.fill('title', 'Later')
    await admin.untilSaved()
    await expect.poll(() => marksOf(id)).toEqual([
      ['Later', 'edited', null],
      ['After the review', 'kept', null],
      ['Before the review', 'kept', 'For Marit'],
    ])
  })
})

describe('the list of versions', () => {
  let id: string
  beforeAll(async () => {
    id = (await editor.create('posts', article(basics, { title: 'One' }), { draft: true })).id
    await editor.send('POST', `/api/posts/${id}/keep-version`, { body: { name: 'The outline' } })
    await editor.publish('posts', id, { title: 'Two' })
    await other.update('posts', id, { title: 'Three' }, { draft: true, autosave: true })
  })

  const row = (text: string) => page.getByRole('row').filter({ hasText: text })

  it('says who saved what, when and why, and which one readers see', async () => {
    await page.goto(address(id, '/versions'), { waitUntil: 'networkidle' })
    await row('Current draft').getByText('Ines of the tests').waitFor()
    await row('Readers see this').getByText('Published').waitFor()
    await row('Kept: The outline').getByText('editor of the tests').waitFor()
    expect(await page.getByRole('row').count()).toBe(4)
    expect(await axeViolations(page, 'main')).toEqual([])
  })

  it('shows only named and published ones on request', async () => {
    await page.getByLabel('Named and published only').check()
    expect(await page.getByRole('row').count()).toBe(3)
    await page.getByLabel('Named and published only').uncheck()
  })

  it('gives a version another name, by the keyboard alone', async () => {
    await page.getByRole('button', { name: 'Rename: Kept: The outline' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Rename this version' }).getByLabel('Name').waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('The plan')
    await page.keyboard.press('Enter')
    await row('Kept: The plan').waitFor()
  })

  it('leads to a comparison', async () => {
    await row('Current draft').getByRole('link').click()
    await page.getByRole('list', { name: 'Differences' }).waitFor()
    expect(await page.locator('.compare__group').allInnerTexts()).toEqual([expect.stringMatching(/^Title\s+TwoThree$/)])
  })
})

describe('the comparison', () => {
  it('says what readers would see: sections by their names, pictures, documents and words', async () => {
    const old = await editor.upload(await picture({ name: 'red.png', width: 300 }), { alt: 'A red machine' })
    const now = await editor.upload(await picture({ name: 'blue.png', width: 400 }), { alt: 'A blue machine' })
    const queue = await editor.create('comparison-tables', table({ title: 'Queues' }))
    const related = await editor.create('posts', article(basics, { title: 'A related one', _status: 'published' }))
    const sections = [
      section('prose', { ...prose('The first words.'), heading: 'How it began' } as never),
      section('comparison', { heading: 'Which queue to take', table: queue.id }),
      prose('The end.'),
    ]
    const { id } = await editor.create('posts', article(basics, { hero: old.id, sections }), { draft: true })
    const [first, second, third] = (await editor.get('posts', id, { draft: true, depth: 0 })).sections
    await other.update('posts', id, {
      hero: now.id,
      related: [related.id],
      sections: [
        second!,
        { ...first!, ...prose('The very first words.'), id: first!.id } as typeof first & object,
        section('quote', { text: 'A new voice.' } as never),
      ],
    }, { draft: true, ...SEEN_ALL })
    expect(third).toBeDefined()
    const [latest] = await editor.versions('posts', id)
    await page.goto(address(id, `/versions/${latest!.id}`), { waitUntil: 'networkidle' })
    const groups = page.locator('.compare__group')
    await page.getByRole('img', { name: 'A blue machine' }).waitFor()
    await page.getByRole('img', { name: 'A red machine' }).waitFor()
    await groups.filter({ hasText: 'Read next' }).locator('ins', { hasText: 'A related one' }).waitFor()
    const begun = groups.filter({ hasText: 'How it began' })
    expect(await begun.locator('h3').innerText()).toMatch(/^02 Text: How it began/)
    expect((await begun.locator('ins').allInnerTexts()).join('').trim()).toBe('very')
    await groups.filter({ hasText: 'Moved, was' }).waitFor()
    await groups.filter({ hasText: 'A new voice.' }).getByText('Added').waitFor()
    await groups.filter({ hasText: 'The end.' }).getByText('Removed').waitFor()
    const text = await page.locator('main').innerText()
    for (const technical of [now.id, related.id, 'references', 'Anchor', 'updatedAt', 'editedBy'])
      expect(text).not.toContain(technical)
    expect(await axeViolations(page, 'main')).toEqual([])
  })

  it('compares a table cell by cell', async () => {
    const { id } = await editor.create('comparison-tables', table(), { draft: true })
    const { columns, rows } = await editor.get('comparison-tables', id, { draft: true })
    await editor.saveDraft('comparison-tables', id, {
      columns,
      rows: [{ ...rows![0]!, cells: { one: { mark: 'no' }, two: { mark: 'text', text: 'Low', note: 'Since May' } } }],
    })
    const [latest] = await editor.versions('comparison-tables', id)
    await page.goto(address(id, `/versions/${latest!.id}`, 'comparison-tables'), { waitUntil: 'networkidle' })
    expect(await page.locator('.compare__changes dt').allInnerTexts()).toEqual(['01 Row: Cost › One', '01 Row: Cost › Two'])
    expect(await page.locator('.compare__changes dd').first().innerText()).toBe('YesNo')
  })

  it('says if readers would see no difference, and compares with any other version', async () => {
    const { id } = await editor.create('posts', article(basics, { title: 'First' }), { draft: true })
    await editor.publish('posts', id, { title: 'Second' })
    await editor.saveDraft('posts', id, { title: 'Second' })
    const [latest] = await editor.versions('posts', id)
    await page.goto(address(id, `/versions/${latest!.id}`), { waitUntil: 'networkidle' })
    await page.getByText('No differences that readers would see.').waitFor()
    await page.getByLabel('Compare with').selectOption({ index: 1 })
    await page.locator('.compare__group').getByText('Second', { exact: true }).first().waitFor()
  })
})

describe('changes that are discarded', () => {
  it('leave the form as readers see the document, and can be restored', async () => {
    const { id } = await editor.create('posts', article(basics, {
      title: 'Public',
      sections: [section('prose', { ...prose('Words.'), heading: 'As published' } as never), prose('The end.')],
      _status: 'published',
    }))
    await admin.open(address(id))
    await admin.fill('title', 'A thought too many')
    await admin.fill('sections.0.heading', 'Another heading')
    await admin.untilSaved()
    await page.locator('.doc-controls__popup button').first().click()
    await page.getByRole('button', { name: 'Discard changes' }).click()
    await page.getByText('Readers see that version now, and go on seeing it.').waitFor()
    await page.locator('.confirmation-modal').getByRole('button', { name: 'Discard changes' }).click()
    await page.getByText('Changes discarded. This is what readers see.').waitFor()
    expect(await admin.field('title').inputValue()).toBe('Public')
    expect(await admin.field('sections.0.heading').inputValue()).toBe('As published')
    await page.locator('.status', { hasText: 'Published' }).waitFor()
    await admin.reload()
    expect(await admin.field('title').inputValue()).toBe('Public')
    await page.locator('.status', { hasText: 'Published' }).waitFor()
    expect(await marksOf(id)).toEqual([
      ['Public', 'restored', null],
      ['A thought too many', 'edited', null],
      ['Public', 'published', null],
    ])
  })

  it('do not keep the form from saving what is written next', async () => {
    const id = page.url().split('/').at(-1)!
    await admin.fill('title', 'A better thought')
    await admin.untilSaved()
    await expect.poll(async () => (await marksOf(id))[0]).toEqual(['A better thought', 'edited', null])
    await page.locator('.status', { hasText: 'Changed' }).waitFor()
  })
})

describe('a day of two hundred saves', () => {
  let id: string
  beforeAll(async () => {
    id = (await editor.create('posts', article(basics, { title: 'Morning' }), { draft: true, autosave: true })).id
    // Two people, eight sittings each of 12 saves, with a pause before each; four versions are published or named.
    for (let sitting = 0; sitting < 16; sitting++) {
      const person = sitting % 2 === 0 ? editor : other
      for (let save = 0; save < 12; save++)
        await person.update('posts', id, { title: `Sitting ${sitting}, save ${save}` }, { draft: true, autosave: true, ...SEEN_ALL })
      if (sitting % 8 === 3)
        await person.publish('posts', id)
      if (sitting % 8 === 6)
        await person.send('POST', `/api/posts/${id}/keep-version`, { body: { name: `After sitting ${sitting}` } })
      await ageVersions(cms, 'posts', id, { minutes: 15 })
    }
  })

  it('is a list of sittings, not of saves', async () => {
    const versions = await editor.versions('posts', id)
    expect(versions).toHaveLength(18)
    expect(versions.map(({ version }) => (version as VersionMarks).savedAs).filter(reason => reason !== 'edited'))
      .toEqual(['kept', 'published', 'kept', 'published', 'created'])
  })

  it('shows two hundred versions', async () => {
    for (let index = 0; index < 182; index++) {
      await editor.update('posts', id, { title: `Draft ${index}` }, { draft: true, ...SEEN_ALL })
      await editor.send('POST', `/api/posts/${id}/keep-version`, { body: { name: `Version ${index}` } })
    }
    await page.goto(address(id, '/versions'), { waitUntil: 'networkidle' })
    expect(await page.getByRole('row').count()).toBe(201)
  })
})
