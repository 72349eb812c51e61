import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { Admin } from './harness/Admin.ts'
import { axeViolations } from './harness/axeViolations.ts'
import { openBrowser } from './harness/openBrowser.ts'

const PASSWORD = 'battery staple'

let cms: Cms
let url: string
let browser: Browser
let context: BrowserContext
let page: Page
let admin: Admin

beforeAll(async () => {
  // Passkeys belong to a host with a name.
  cms = await startCms({ CMS_URL: 'http://localhost:PORT' })
  url = cms.url.replace('127.0.0.1', 'localhost')
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  page = await context.newPage()
  admin = new Admin(page, url)
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
})

afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

it('a writer adds a passkey, signs in with it alone and after the password, and removes it', async () => {
  const { person } = await cms.as('writer')
  await admin.signIn({ email: person.email, password: PASSWORD })
  await admin.open(`${url}/admin/account`)
  await page.getByLabel('Name of a new passkey').fill('Work laptop')
  await page.keyboard.press('Enter')
  await admin.confirm(PASSWORD)
  await page.getByText('Store these recovery codes now').waitFor()
  await page.getByRole('button', { name: 'I have stored them' }).click()
  await page.getByText('Not used yet.').waitFor()
  expect(await axeViolations(page, '.second-factor')).toEqual([])

  await signOut()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { name: 'Articles' }).waitFor()

  await signOut()
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Login' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm the sign-in' })
  await dialog.getByRole('button', { name: 'Use a passkey' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Use a passkey')
  expect(await dialog.getByLabel('Recovery code').count()).toBe(1)
  expect(await axeViolations(page, '.dialog')).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Articles' }).waitFor()

  await admin.open(`${url}/admin/account`)
  await page.getByText('Last used').waitFor()
  await page.getByRole('button', { name: 'Remove the passkey Work laptop' }).click()
  await admin.confirm(PASSWORD)
  await page.getByText('“Work laptop” was removed.').waitFor()

  await signOut()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('This passkey was not accepted. Try again, or sign in with your password.').waitFor()
}, 180_000)

async function signOut(): Promise<void> {
  await context.clearCookies()
  await page.goto(`${url}/admin`, { waitUntil: 'networkidle' })
}
