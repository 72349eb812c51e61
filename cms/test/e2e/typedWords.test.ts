import type { Browser, BrowserContext, Route } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics, prose, section } from '../integration/harness/content.ts'
import { SEEN_ALL } from '../integration/harness/SEEN_ALL.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let browser: Browser
let context: BrowserContext
let admin: Admin
let editor: Session
let basics: Basics

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  await context.addInitScript(delayIdleCallbacks)
  admin = new Admin(await context.newPage(), cms.url)
  await admin.signIn({ email: editor.person.email, password: 'battery staple' })
})

afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

/** The address of the form, and the id of the draft in it. */
let id: string

describe('words that are typed while the form waits for the server', () => {
  beforeEach(async () => {
    await context.unrouteAll()
    const draft = await editor.create(
      'posts',
      article(basics, { sections: [prose('First.'), prose('Second.'), prose('Third.')] }),
      { draft: true },
    )
    id = draft.id
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    await admin.editor(0).getByText('First.').waitFor()
  })

  it('stay in a section that was just added, whatever the answers to older states say', async () => {
    const answers = await holdAnswers()
    await admin.page.getByRole('button', { name: 'Add Section' }).click()
    await admin.page.locator('[id*="blocks-drawer"]').getByRole('button', { name: 'Text', exact: true }).click()
    // The autosave of the new row goes out without its fields; its answer comes when they are full.
    await answers.until(/autosave=true/)
    answers.release(/\/admin\//)
    await admin.editor(3).waitFor()
    const element = await admin.editor(3).elementHandle()
    await admin.editor(3).click()
    await admin.page.keyboard.type('Words in')
    answers.release()
    await expect.poll(() => answers.count()).toBeGreaterThan(2)
    await admin.page.keyboard.type(' a new section')
    answers.release()
    answers.stopHolding()
    await admin.untilSaved()
    expect(await element!.evaluate(element => element.isConnected)).toBe(true)
    await expectTexts(['First.', 'Second.', 'Third.', 'Words in a new section'])
  })

  it('go with their section when it is moved at once', async () => {
    await holdIdle()
    await type(0, ' More of the first')
    await rowAction(0, 'Move Down')
    await type(0, ' More of the second')
    await rowAction(1, 'Move Down')
    await releaseIdle()
    await admin.untilSaved()
    await expectTexts(['Second. More of the second', 'Third.', 'First. More of the first'])
  })

  it('stay where they are when a section above them is removed at once', async () => {
    await holdIdle()
    await type(2, ' More of the third')
    await rowAction(0, 'Remove')
    await releaseIdle()
    await admin.untilSaved()
    await expectTexts(['Second.', 'Third. More of the third'])
  })

  it('do not come into the next section when theirs is removed at once', async () => {
    await holdIdle()
    await type(0, ' More of the first')
    await rowAction(0, 'Remove')
    await releaseIdle()
    await admin.untilSaved()
    await expectTexts(['Second.', 'Third.'])
  })

  it('are in the copy of a section that is made at once', async () => {
    await holdIdle()
    await type(1, ' More of the second')
    await rowAction(1, 'Duplicate')
    await releaseIdle()
    await admin.untilSaved()
    await expectTexts(['First.', 'Second. More of the second', 'Second. More of the second', 'Third.'])
  })

  it('stay in sections that are moved while an answer is on its way', async () => {
    const answers = await holdAnswers()
    await admin.fill('sections.0.heading', 'Heading of the first')
    await answers.until(/autosave=true/)
    await rowAction(0, 'Move Down')
    await admin.fill('sections.0.heading', 'Heading of the second')
    await type(1, ' More of the first')
    answers.release()
    answers.stopHolding()
    await admin.untilSaved()
    await expectTexts(['Second.', 'First. More of the first', 'Third.'])
    expect((await draft()).sections?.map(({ heading }) => heading ?? null)).toEqual([
      'Heading of the second',
      'Heading of the first',
      null,
    ])
  })

  it('become a tag when the writer goes on without entering them', async () => {
    await admin.page.locator('.field-tags input').first().pressSequentially('half typed')
    await admin.fill('excerpt', 'Gone on.')
    await admin.untilSaved()
    expect((await draft()).tags).toEqual(['half typed'])
  })

  it('are published by a button that is pressed at once', async () => {
    await holdIdle()
    await type(1, ' And at once public')
    await admin.publish()
    await releaseIdle()
    const { sections } = await cms.stranger.get('posts', id, { depth: 0 })
    expect(sections?.map(textOf)).toEqual(['First.', 'Second. And at once public', 'Third.'])
  })

  it('stay when the page is refreshed by the server', async () => {
    await context.route(/autosave=true/, route => route.abort())
    await type(0, ' Not saved')
    await admin.fill('excerpt', 'Not saved either')
    await editor.update('posts', id, { seo: { title: 'Changed elsewhere' } }, { draft: true, ...SEEN_ALL })
    await admin.page.evaluate(() =>
      (window as unknown as { next: { router: { refresh: () => void } } }).next.router.refresh(),
    )
    await admin.page.getByRole('button', { name: 'Search and sharing' }).click()
    await expect.poll(() => admin.field('seo.title').inputValue()).toBe('Changed elsewhere')
    await admin.page.getByRole('button', { name: 'Article', exact: true }).click()
    await context.unrouteAll()
    await admin.fill('title', 'A title that saves them')
    await admin.untilSaved()
    await expectTexts(['First. Not saved', 'Second.', 'Third.'])
    expect(await draft()).toMatchObject({ excerpt: 'Not saved either', seo: { title: 'Changed elsewhere' } })
  })

  it('come to the server in the order in which they were typed, on a line that holds an older save back', async () => {
    const answers = await holdRequests()
    await admin.fill('excerpt', 'Older')
    await answers.until(/autosave=true/)
    await admin.fill('excerpt', 'Newer')
    // Longer than any pause after which the form saves again.
    await admin.page.waitForTimeout(5000)
    answers.release()
    answers.stopHolding()
    await admin.untilSaved()
    expect((await draft()).excerpt).toBe('Newer')
    await admin.reload()
    expect(await admin.field('excerpt').inputValue()).toBe('Newer')
  })

  it('are all there, in fields of every kind, on a slow line', async () => {
    await delayAnswers(1500)
    await admin.addSection('Questions')
    await admin.addRow('sections.3.questions', 'Add Question')
    await admin.fill('sections.3.questions.0.question', 'A question?')
    await admin.page.locator('#sections-row-3 [contenteditable="true"]').first().click()
    await admin.page.keyboard.type('An answer.')
    await rowAction(3, 'Move Up')
    await admin.fill('sections.2.heading', 'Questions asked')
    await admin.addSection('Code')
    await admin.fill('sections.4.code', 'select 1;')
    await admin.fill('sections.4.summary', 'One row')
    await type(0, ' Still here')
    await rowAction(1, 'Remove')
    await admin.fill('sections.3.heading', 'A query')
    await admin.untilSaved()
    await context.unrouteAll({ behavior: 'wait' })
    const saved = await draft()
    expect(saved.sections).toMatchObject([
      { blockType: 'prose' },
      { blockType: 'faq', heading: 'Questions asked', questions: [{ question: 'A question?' }] },
      { blockType: 'prose' },
      { blockType: 'code', code: 'select 1;', summary: 'One row', heading: 'A query' },
    ])
    expect(textOf(saved.sections![0]!)).toBe('First. Still here')
    expect(JSON.stringify(saved.sections![1])).toContain('An answer.')
    await admin.reload()
    expect(await admin.field('sections.3.summary').inputValue()).toBe('One row')
  }, 120_000)
})

describe('a section that is added while the CMS cannot be reached', () => {
  it('appears when it answers again, without another change', async () => {
    const { id } = await editor.create(
      'posts',
      article(basics, { sections: [section('code', { code: 'select 1;' })] }),
      { draft: true },
    )
    await admin.open(`${cms.url}/admin/collections/posts/${id}`)
    await context.setOffline(true)
    await admin.page.getByRole('button', { name: 'Add Section' }).click()
    await admin.page.locator('[id*="blocks-drawer"]').getByRole('button', { name: 'Quote', exact: true }).click()
    await admin.page.locator('#sections-row-1').waitFor()
    await context.setOffline(false)
    await admin.field('sections.1.heading').waitFor({ timeout: 20_000 })
    await admin.untilSaved()
    expect((await editor.get('posts', id, { draft: true, depth: 0 })).sections).toMatchObject([{ blockType: 'code' }, {
      blockType: 'quote',
    }])
  })
})

async function draft() {
  return editor.get('posts', id, { draft: true, depth: 0 })
}

/** The same words on the server and, before and after a reload, on the screen. */
async function expectTexts(texts: string[]): Promise<void> {
  const onScreen = () => admin.page.locator('[id^="sections-row-"] [contenteditable="true"]').allInnerTexts()
  expect((await draft()).sections?.map(textOf)).toEqual(texts)
  expect(await onScreen()).toEqual(texts)
  await admin.reload()
  await expect.poll(onScreen).toEqual(texts)
}

/** The words of a section of text. */
function textOf(section: object): string {
  const { body: { root } } = section as { body: { root: { children: { children: { text: string }[] }[] } } }
  return root.children.map(({ children }) => children.map(({ text }) => text).join('')).join('\n')
}

async function type(index: number, words: string): Promise<void> {
  await admin.editor(index).click()
  await admin.page.keyboard.press('ControlOrMeta+End')
  await admin.page.keyboard.type(words)
}

async function rowAction(index: number, name: string): Promise<void> {
  await admin.page.locator(`#sections-row-${index} .array-actions__button`).first().click()
  await admin.page.getByRole('button', { name, exact: true }).last().click()
}

/** Makes every idle callback wait while `holdsIdle` is set, as a busy processor does. */
function delayIdleCallbacks(): void {
  const held = new Map<number, IdleRequestCallback>()
  const request = window.requestIdleCallback.bind(window)
  const cancel = window.cancelIdleCallback.bind(window)
  let last = -1
  const control = {
    holds: false,
    release() {
      control.holds = false
      held.forEach(callback => callback({ didTimeout: true, timeRemaining: () => 0 }))
      held.clear()
    },
  }
  Object.assign(window, {
    idle: control,
    requestIdleCallback(callback: IdleRequestCallback, options?: IdleRequestOptions) {
      if (!control.holds)
        return request(callback, options)
      held.set(--last, callback)
      return last
    },
    cancelIdleCallback: (handle: number) => held.delete(handle) || cancel(handle),
  })
}

interface IdleControl {
  idle: { holds: boolean, release: () => void }
}

function holdIdle(): Promise<void> {
  return admin.page.evaluate(() => {
    ;(window as unknown as IdleControl).idle.holds = true
  })
}

function releaseIdle(): Promise<void> {
  return admin.page.evaluate(() => (window as unknown as IdleControl).idle.release())
}

/** Lets requests of the form reach the CMS, and holds its answers back. */
function holdAnswers() {
  return hold(async (route) => {
    const response = await route.fetch()
    return () => route.fulfill({ response })
  })
}

/** Holds the requests of the form back themselves. */
function holdRequests() {
  return hold(async route => () => route.continue())
}

async function hold(begin: (route: Route) => Promise<() => Promise<void>>) {
  const held: { url: string, go: () => void }[] = []
  let isHolding = true
  let count = 0
  await context.route(isOfForm, async (route) => {
    if (!['PATCH', 'POST'].includes(route.request().method()))
      return route.continue()
    count++
    const end = await begin(route)
    if (isHolding)
      await new Promise<void>(resolve => held.push({ url: route.request().url(), go: resolve }))
    await end().catch(() => {})
  })
  return {
    count: () => count,
    /** Waits until one such request is held. */
    until: (url: RegExp) => expect.poll(() => held.some(one => url.test(one.url))).toBe(true),
    release(url = /./) {
      held.filter(one => url.test(one.url)).forEach(({ go }) => go())
      held.splice(0, held.length, ...held.filter(one => !url.test(one.url)))
    },
    stopHolding() {
      isHolding = false
    },
  }
}

async function delayAnswers(maxDelayMs: number): Promise<void> {
  await context.route(isOfForm, async (route) => {
    if (!['PATCH', 'POST'].includes(route.request().method()))
      return route.continue()
    const response = await route.fetch()
    await new Promise(resolve => setTimeout(resolve, Math.random() * maxDelayMs))
    await route.fulfill({ response }).catch(() => {})
  })
}

function isOfForm(url: URL): boolean {
  return /^\/(?:api|admin\/collections)\/posts/.test(url.pathname)
}
