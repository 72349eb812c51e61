import type { Browser, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Person, Session } from '../integration/harness/Session.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics, prose } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { axeViolations } from './harness/axeViolations.ts'
import { KillableBrowser } from './harness/KillableBrowser.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let jane: Session
let max: Session
let basics: Basics

beforeAll(async () => {
  cms = await startCms()
  jane = await cms.as('editor', 'jane')
  max = await cms.as('editor', 'max')
  basics = await makeBasics(jane)
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

describe('the bar of a form', () => {
  it('says who else has it open, and where, and that they left', async () => {
    const id = await newPost()
    const mine = await openForm(id, jane.person)
    const theirs = await openForm(id, max.person)
    await statusOf(mine).getByText('max of the tests is here too').waitFor()
    await statusOf(theirs).getByText('jane of the tests is here too').waitFor()

    await theirs.editor(1).click()
    await statusOf(mine).getByText('max of the tests is here too, in 02 Text').waitFor()
    await mine.page.locator('#sections-row-1 .row-presence', { hasText: 'MT' }).waitFor()
    expect(await mine.page.locator('#sections-row-0 .row-presence').count()).toBe(0)
    expect(await axeViolations(mine.page, '.presence-line')).toEqual([])

    await theirs.page.close({ runBeforeUnload: true })
    await expect.poll(() => statusOf(mine).textContent(), { interval: 50, timeout: 20_000 }).toBe('')
  })

  it('announces a person once, and not where they go', async () => {
    const id = await newPost()
    const mine = await openForm(id, jane.person)
    await mine.page.evaluate(() => {
      const added: string[] = []
      Object.assign(window, { added })
      new MutationObserver(records => records.forEach(({ addedNodes }) =>
        addedNodes.forEach(node => node instanceof Element && added.push(node.textContent)),
      )).observe(document.querySelector('.presence-line')!, { childList: true, subtree: true })
    })
    const theirs = await openForm(id, max.person)
    await statusOf(mine).getByText('max of the tests').waitFor()
    await theirs.editor(1).click()
    await statusOf(mine).getByText('in 02 Text').waitFor()
    await theirs.editor(0).click()
    await statusOf(mine).getByText('in 01 Text').waitFor()
    await theirs.page.waitForTimeout(2000)
    const added = await mine.page.evaluate(() => (window as unknown as { added: string[] }).added)
    expect(added).toEqual([expect.stringContaining('max of the tests is here too')])
  })

  it('forgets a browser some seconds after it was killed', async () => {
    const id = await newPost()
    const mine = await openForm(id, jane.person)
    const other = await KillableBrowser.start()
    try {
      const theirs = new Admin(await other.newPage(), cms.url)
      await theirs.signIn({ email: max.person.email, password: PASSWORD })
      await theirs.open(addressOf(id))
      await statusOf(mine).getByText('max of the tests').waitFor()
      await other.kill()
      await mine.page.waitForTimeout(6000)
      expect(await statusOf(mine).textContent(), 'a line may be slow').toContain('max of the tests')
      await expect.poll(() => statusOf(mine).textContent(), { interval: 50, timeout: 20_000 }).toBe('')
    }
    finally {
      await other.stop()
    }
  })

  it('tells a person that they have it open in another tab', async () => {
    const id = await newPost()
    const mine = await openForm(id, jane.person)
    const again = new Admin(await mine.page.context().newPage(), cms.url)
    await again.open(addressOf(id))
    await statusOf(again).getByText('You have this open in another tab').waitFor()
    await statusOf(mine).getByText('You have this open in another tab').waitFor()
  })

  it('leaves the connections of a browser with many tabs free for saving', async () => {
    const id = await newPost()
    const mine = await openForm(id, jane.person)
    for (let tab = 0; tab < 7; tab++) {
      const more = new Admin(await mine.page.context().newPage(), cms.url)
      await more.open(addressOf(id))
    }
    await mine.fill('excerpt', 'Saved beside seven tabs.')
    await expect.poll(async () => (await jane.get('posts', id, { draft: true })).excerpt).toBe('Saved beside seven tabs.')
  })
})

it('a save from elsewhere reaches the open form as an event', async () => {
  const id = await newPost()
  const mine = await openForm(id, jane.person)
  await mine.page.evaluate(() => {
    const seen: object[] = []
    Object.assign(window, { seen })
    window.addEventListener('masthead:revision', ({ collection, id, global, revision }) =>
      seen.push({ collection, id, global, revision }),
    )
  })
  // The dates of the form and of the CMS are equal: nothing has been saved.
  await mine.page.waitForTimeout(2500)
  expect(await revisionsIn(mine.page)).toEqual([])
  const { updatedAt } = await max.update('posts', id, { excerpt: 'From elsewhere.' }, { draft: true, revision: await revisionOf(id) })
  await expect.poll(() => revisionsIn(mine.page)).toMatchObject([{ collection: 'posts', id, revision: updatedAt }])
})

describe('a form that its user has left open', () => {
  it('can be taken over, and taken back, and loses no word', async () => {
    const id = await newPost()
    const left = await openForm(id, jane.person)
    await left.fill('excerpt', 'The last words before I left.')
    await hide(left.page)
    const mine = await openForm(id, max.person)
    await statusOf(mine).getByText('jane of the tests is here too, but away').waitFor()
    await mine.page.getByRole('button', { name: 'Take over' }).click()
    await statusOf(mine).getByText('read-only').waitFor()

    expect(await axeViolations(mine.page, '.presence-line')).toEqual([])
    const notice = left.page.getByText(/^max of the tests took over at \d\d:\d\d: this form is read-only\.$/)
    await notice.waitFor()
    expect(await axeViolations(left.page, '.taken-over')).toEqual([])
    await expect.poll(async () => (await jane.get('posts', id, { draft: true })).excerpt).toBe(
      'The last words before I left.',
    )
    expect(await left.page.locator('[inert] #field-excerpt').count()).toBe(1)
    expect(await left.page.locator('[inert]').getByRole('button', { name: 'Edit again' }).count()).toBe(0)

    await left.page.getByRole('button', { name: 'Edit again' }).click()
    await notice.waitFor({ state: 'detached' })
    await left.fill('excerpt', 'I am back.')
    await left.untilSaved()
    await mine.page.getByText(/^jane of the tests took over/).waitFor()
    await mine.page.waitForTimeout(2000)
    expect(await notice.count(), 'an older answer does not bring it back').toBe(0)
  })

  it('is not offered while its user works in it', async () => {
    const id = await newPost()
    await openForm(id, jane.person)
    const mine = await openForm(id, max.person)
    await statusOf(mine).getByText('jane of the tests').waitFor()
    expect(await mine.page.getByRole('button', { name: 'Take over' }).count()).toBe(0)
  })
})

it('a list marks the documents that other users have open', async () => {
  const title = `Open in a list ${Date.now()}`
  const id = await newPost(title)
  await newPost('Open nowhere')
  const list = await signedIn(max.person)
  await list.page.goto(`${cms.url}/admin/collections/posts`, { waitUntil: 'networkidle' })
  const theirs = await openForm(id, jane.person)
  const row = list.page.getByRole('row', { name: title })
  await row.getByText('jane of the tests is editing').waitFor({ timeout: 8000 })
  expect(await axeViolations(list.page, '.presence-marker')).toEqual([])
  expect(await list.page.getByText('is editing').count()).toBe(1)
  await theirs.page.close({ runBeforeUnload: true })
  await row.getByText('jane of the tests is editing').waitFor({ state: 'detached', timeout: 8000 })
})

async function newPost(title = 'Shared'): Promise<string> {
  const sections = [prose('Words.'), prose('Other words.')]
  return (await jane.create('posts', article(basics, { title, sections }), { draft: true })).id
}

function addressOf(id: string): string {
  return `${cms.url}/admin/collections/posts/${id}`
}

/** Returns the admin in a browser of its own, in which a user is signed in. */
async function signedIn({ email }: Person): Promise<Admin> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
  const admin = new Admin(await context.newPage(), cms.url)
  await admin.signIn({ email, password: PASSWORD })
  return admin
}

async function openForm(id: string, person: Person): Promise<Admin> {
  const admin = await signedIn(person)
  await admin.open(addressOf(id))
  return admin
}

function statusOf({ page }: Admin) {
  return page.locator('.presence-line[role="status"]')
}

/** Makes a page believe that its tab is hidden. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

async function revisionOf(id: string): Promise<string> {
  return (await jane.get('posts', id, { draft: true })).updatedAt
}

function revisionsIn(page: Page): Promise<{ revision: string }[]> {
  return page.evaluate(() => (window as unknown as { seen: { revision: string }[] }).seen)
}

const PASSWORD = 'battery staple'
