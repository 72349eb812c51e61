import type { Browser } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, startCms } from '../integration/harness/cms.ts'
import { article, makeBasics, prose } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let editor: Session
let basics: Basics

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  browser = await openBrowser()
})

afterEach(async () => {
  for (const context of browser.contexts())
    await context.close()
})

afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

describe('two people in one draft', () => {
  it('keep what each changed in fields of their own', async () => {
    const { id, one, other } = await bothOpen('Fields of their own')
    await one.fill('excerpt', 'The excerpt of the first.')
    await one.untilSaved()
    await other.fill('title', 'The title of the second')
    await other.untilSaved()
    expect(await draftOf(id)).toMatchObject({
      title: 'The title of the second',
      excerpt: 'The excerpt of the first.',
    })
    await expect.poll(() => other.field('excerpt').inputValue()).toBe('The excerpt of the first.')
  })

  it('choose between two texts of one field, also after a reload', async () => {
    const { id, one, other } = await bothOpen('One field')
    await keepUnaware(other)
    await one.fill('excerpt', 'The excerpt of the first.')
    await one.untilSaved()
    await other.fill('excerpt', 'The excerpt of the second.')
    const held = heldIn(other)
    await held.getByText('The excerpt of the second.').waitFor()
    await held.getByText('The excerpt of the first.').waitFor()
    expect((await draftOf(id)).excerpt).toBe('The excerpt of the first.')
    expect(await other.field('excerpt').inputValue(), 'in the form').toBe('The excerpt of the second.')

    await other.fill('excerpt', 'The excerpt of the second, longer.')
    await held.getByText('The excerpt of the second, longer.').waitFor()
    await other.untilSaved()
    await other.reload()
    expect(await other.field('excerpt').inputValue(), 'after a reload').toBe('The excerpt of the first.')
    await held.getByText('The excerpt of the second, longer.').waitFor()
    await held.getByRole('button', { name: 'Use mine' }).click()
    await held.waitFor({ state: 'detached' })
    await expect.poll(async () => (await draftOf(id)).excerpt).toBe('The excerpt of the second, longer.')
    expect(await other.field('excerpt').inputValue()).toBe('The excerpt of the second, longer.')
    await expectNothingHeld(other)
  })

  it('may keep the text of the other', async () => {
    const { id, one, other } = await bothOpen('Keep theirs')
    await keepUnaware(other)
    await one.write(0, 'First. ')
    await one.untilSaved()
    await other.write(0, 'Second. ')
    await heldIn(other).getByText('Words.Second. ').waitFor()
    await heldIn(other).getByRole('button', { name: /^Keep / }).click()
    await heldIn(other).waitFor({ state: 'detached' })
    await expect.poll(() => other.editor(0).innerText()).toContain('First. ')
    expect(await other.editor(0).innerText()).not.toContain('Second. ')
    await other.write(1, 'More. ')
    await other.untilSaved()
    expect(await textOf(id, 0)).toContain('First. ')
    expect(await textOf(id, 1)).toContain('More. ')
  })

  it('move, change, add and remove sections', async () => {
    const { id, one, other } = await bothOpen('Sections')
    await rowAction(one, 0, 'Move Down')
    await one.untilSaved()
    await expect.poll(() => other.editor(0).innerText(), { timeout: 4000 }).toContain('Other words.')
    await other.write(0, 'Changed. ')
    await other.untilSaved()
    const { sections } = await draftOf(id)
    expect(sections!.map(section => JSON.stringify(section).includes('Changed. '))).toEqual([true, false])

    // What another saves comes into the open form, but not into the text that has the focus.
    await expect.poll(() => one.editor(0).innerText(), { timeout: 4000 }).toContain('Changed. ')
    await one.editor(0).click()
    await other.write(0, 'Again. ')
    await other.untilSaved()
    await one.page.waitForTimeout(3000)
    expect(await one.editor(0).innerText()).not.toContain('Again. ')
    await one.field('excerpt').click()
    await expect.poll(() => one.editor(0).innerText(), { timeout: 4000 }).toContain('Again. ')

    // Until the page hears of it, the first does not see what the second changes.
    await keepUnaware(one)
    await other.write(0, 'Unseen. ')
    await other.untilSaved()

    // The first removes a section that they have not seen changed.
    await rowAction(one, 0, 'Remove')
    await heldIn(one).getByText(/You removed it while .* was changing it/).waitFor()
    await keepUnaware(other)
    await heldIn(one).getByRole('button', { name: 'Remove it' }).click()
    await heldIn(one).waitFor({ state: 'detached' })
    await expect.poll(async () => (await draftOf(id)).sections!.length).toBe(1)

    // The second changes a section that is gone.
    await other.write(0, 'More of it. ')
    await heldIn(other).getByText(/removed it while you were changing it/).waitFor()
    expect(JSON.stringify((await draftOf(id)).sections)).toContain('More of it. ')
    await heldIn(other).getByRole('button', { name: 'Keep it' }).click()
    await heldIn(other).waitFor({ state: 'detached' })
    await expect.poll(async () => (await draftOf(id)).sections!.length).toBe(2)
  })
})

describe('the form of a document without drafts', () => {
  it('keeps what another has saved meanwhile', async () => {
    const { id } = await editor.create('categories', { title: 'Operations', description: 'As it was.' })
    const [one, other] = [await openAs('editor', 'categories', id), await openAs('admin', 'categories', id)]
    await one.fill('description', 'As the first wants it.')
    await one.save()
    await other.fill('title', 'Operations and incidents')
    await other.save()
    expect(await editor.get('categories', id)).toMatchObject({
      title: 'Operations and incidents',
      description: 'As the first wants it.',
    })
  })
})

async function bothOpen(title: string) {
  const { id } = await editor.create(
    'posts',
    article(basics, { title, sections: [prose('Words.'), prose('Other words.')] }),
    { draft: true },
  )
  return { id, one: await openAs('editor', 'posts', id), other: await openAs('admin', 'posts', id) }
}

async function openAs(who: 'admin' | 'editor', collection: string, id: string): Promise<Admin> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  const page = await context.newPage()
  page.on('dialog', dialog => void dialog.accept())
  const admin = new Admin(page, cms.url)
  await admin.signIn(who === 'admin' ? ADMIN : { email: 'editor@example.com', password: 'battery staple' })
  await admin.open(`${cms.url}/admin/collections/${collection}/${id}`)
  return admin
}

/** Keeps a page from hearing of what others save. */
async function keepUnaware({ page }: Admin): Promise<void> {
  await page.route(/\/api\/presence/, route => route.abort())
}

async function rowAction(admin: Admin, row: number, name: string): Promise<void> {
  await admin.page.locator(`#sections-row-${row} .array-actions__button`).first().click()
  await admin.page.locator('.popup__content, [class*="popup"]').getByRole('button', { name }).last().click()
}

function heldIn({ page }: Admin) {
  return page.locator('.held-changes')
}

async function expectNothingHeld(admin: Admin): Promise<void> {
  await admin.reload()
  await admin.page.waitForTimeout(500)
  expect(await heldIn(admin).count()).toBe(0)
}

async function draftOf(id: string) {
  return editor.get('posts', id, { draft: true, depth: 0 })
}

/** The plain words of a section's rich text, as the server has them. */
async function textOf(id: string, index: number): Promise<string> {
  const { sections } = await draftOf(id)
  return [...JSON.stringify(sections![index]).matchAll(/"text":"([^"]*)"/g)].map(([, words]) => words).join('')
}
