import type { Browser, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Basics } from '../integration/harness/content.ts'
import type { Session } from '../integration/harness/Session.ts'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, makeBasics, prose } from '../integration/harness/content.ts'
import { randomFrom } from '../randomFrom.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'

let cms: Cms
let other: Cms
let browser: Browser
let basics: Basics
let editor: Session

beforeAll(async () => {
  cms = await startCms()
  other = await startCms(cms.environment)
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await other?.stop()
  await cms?.stop()
})

/** Milliseconds for which the users type. `WRITE_MS`, `WRITERS` and `SEED` try more than CI does. */
const writeMs = Number(process.env.WRITE_MS ?? 25_000)
const seed = Number(process.env.SEED ?? 1)
const names = ['ann', 'bob', 'cal'].slice(0, Number(process.env.WRITERS ?? 2))

it('keeps every word of users who write in one article at random, through two processes and a bad line', async () => {
  const sections = ['First.', 'Second.', 'Third.'].map(text => prose(text))
  const { id } = await editor.create('posts', article(basics, { title: 'Shared', sections }), { draft: true })
  const writers = await Promise.all(names.map(async (name, index) => {
    const session = await [cms, other][index % 2]!.as('editor', name)
    return { name, session, admin: await open(session, id), words: [] as string[] }
  }))

  const random = randomFrom(seed)
  const end = Date.now() + writeMs
  await Promise.all(writers.map(async ({ name, admin, words }) => {
    await worsenLine(admin.page, random)
    while (Date.now() < end) {
      const word = `${name}${words.length}`
      if (await write(admin, word, random))
        words.push(word)
      await sleep(random() * 900)
    }
    await admin.page.unroute(/autosave=true/)
  }))
  for (const { admin } of writers)
    await admin.untilSaved()

  const stored = JSON.stringify(await editor.get('posts', id, { draft: true, depth: 0 }))
  for (const { session, words } of writers) {
    const { body } = await session.send('GET', `/api/posts/${id}/held-changes`)
    const held = JSON.stringify(body)
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter(word => ![stored, held].some(text => new RegExp(`${word}\\b`).test(text)))).toEqual([])
  }
}, writeMs + 90_000)

async function open(session: Session, id: string): Promise<Admin> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  const admin = new Admin(await context.newPage(), session.url)
  admin.page.on('dialog', dialog => void dialog.accept())
  await admin.signIn({ email: session.person.email, password: 'battery staple' })
  await admin.open(`${session.url}/admin/collections/posts/${id}`)
  return admin
}

/** Delays saves, and loses some of them on their way to the CMS or back. */
async function worsenLine(page: Page, random: () => number): Promise<void> {
  await page.route(/autosave=true/, async (route) => {
    await sleep(random() * 600)
    const luck = random()
    if (luck < 0.08)
      return route.abort()
    const response = await route.fetch()
    return luck < 0.16 ? route.abort() : route.fulfill({ response })
  })
}

/** Writes a word behind the text of a field. Returns whether the field was still there. */
async function write({ page }: Admin, word: string, random: () => number): Promise<boolean> {
  const fields = page.locator('#field-excerpt, [id^="field-sections__"][id$="__heading"], [data-lexical-editor="true"]')
  const field = fields.nth(Math.floor(random() * await fields.count()))
  try {
    await field.click({ timeout: 2000 })
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(` ${word}`)
    return true
  }
  catch {
    return false
  }
}
