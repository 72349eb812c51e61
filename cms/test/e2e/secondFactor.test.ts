import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { codeOf, setUpFactor } from '../integration/harness/factor.ts'
import { Admin } from './harness/Admin.ts'
import { axeViolations } from './harness/axeViolations.ts'
import { openBrowser } from './harness/openBrowser.ts'

const PASSWORD = 'battery staple'

let cms: Cms
let browser: Browser
let context: BrowserContext
let page: Page
let admin: Admin

beforeAll(async () => {
  cms = await startCms({ REQUIRE_SECOND_FACTOR: 'marketer' })
  browser = await openBrowser()
})

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  page = await context.newPage()
  admin = new Admin(page, cms.url)
  return () => context.close()
})

afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

it('a writer sets up an app on their account, keeps the recovery codes, and signs in with either', async () => {
  const { person } = await cms.as('writer')
  await admin.signIn({ email: person.email, password: PASSWORD })
  await admin.open(`${cms.url}/admin/account`)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await admin.confirm(PASSWORD)
  await page.getByRole('img', { name: 'QR code' }).waitFor()
  const key = (await page.locator('.second-factor__key').textContent())!.replaceAll(' ', '')
  await expect.poll(() => focusedLabel()).toBe('Enter the six digits that the app shows')
  expect(await axeViolations(page, '.second-factor')).toEqual([])
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await page.getByText('This code is wrong.').waitFor()
  const now = Date.now()
  await page.keyboard.type(codeOf(key, now))
  await page.keyboard.press('Enter')

  await page.getByText('Store these recovery codes now').waitFor()
  const codes = await page.locator('.second-factor__codes li').allTextContents()
  expect(codes).toHaveLength(10)
  expect(await axeViolations(page, '.second-factor')).toEqual([])
  await page.getByRole('button', { name: 'I have stored them' }).click()
  await page.getByText('10 recovery codes are left').waitFor()

  await signOut()
  await enterPassword(person.email)
  await page.getByRole('dialog', { name: 'Enter your code' }).waitFor()
  await expect.poll(() => focusedLabel()).toBe('Code from your authenticator app')
  expect(await page.getByLabel('Code from your authenticator app').getAttribute('autocomplete')).toBe('one-time-code')
  expect(await axeViolations(page, '.dialog')).toEqual([])
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await page.getByText('This code is wrong, or was used already.').waitFor()
  await page.getByLabel('Code from your authenticator app').fill(codeOf(key, now + 30_000))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Articles' }).waitFor()

  await signOut()
  await enterPassword(person.email)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await expect.poll(() => focusedLabel()).toBe('Recovery code')
  await page.keyboard.type(codes[0]!.toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Articles' }).waitFor()
  await admin.open(`${cms.url}/admin/account`)
  await page.getByText('9 recovery codes are left').waitFor()

  await page.getByRole('button', { name: 'Turn it off' }).click()
  await admin.confirm(PASSWORD)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor()
}, 180_000)

it('a session that ended over a form goes on after the password and the code', async () => {
  const writer = await cms.as('writer', 'interrupted')
  const { recoveryCodes, nextCode } = await setUpFactor(writer)
  await page.goto(`${cms.url}/admin`, { waitUntil: 'networkidle' })
  await enterPassword(writer.person.email)
  await page.getByLabel('Code from your authenticator app').fill(nextCode)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Articles' }).waitFor()
  await admin.open(`${cms.url}/admin/account`)
  await context.clearCookies()
  await page.locator('#field-name').fill('Still here')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog', { name: 'You were signed out' }).getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.keyboard.type(recoveryCodes[0]!)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await (await cms.as('admin')).get('users', writer.person.id)).name).toBe('Still here')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

it('a user whose role needs a factor is led to it, and then goes on', async () => {
  const { person } = await cms.as('marketer')
  await page.goto(`${cms.url}/admin/collections/posts`, { waitUntil: 'networkidle' })
  await enterPassword(person.email)
  await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
  expect(await axeViolations(page, 'main, .template-minimal')).toEqual([])
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await admin.confirm(PASSWORD)
  const key = (await page.locator('.second-factor__key').textContent())!.replaceAll(' ', '')
  await page.keyboard.type(codeOf(key))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'I have stored them' }).click()
  await page.getByRole('heading', { name: 'Marketing' }).waitFor()
})

it('an administrator removes the factor of somebody who lost it', async () => {
  const writer: Session = await cms.as('writer', 'unlucky')
  await setUpFactor(writer)
  await admin.signIn()
  await admin.open(`${cms.url}/admin/collections/users/${writer.person.id}`)
  await page.getByRole('button', { name: 'Remove the second factor' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await admin.confirm('correct horse')
  await page.getByText('has not set one up').waitFor()
})

async function signOut(): Promise<void> {
  await context.clearCookies()
  await page.goto(`${cms.url}/admin`, { waitUntil: 'networkidle' })
}

async function enterPassword(email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Login' }).click()
}

function focusedLabel(): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? undefined)
}
