import type { Browser, Page } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import payloadConfig from '../../src/payload.config.ts'
import { startCms } from '../integration/harness/cms.ts'
import { contentOf } from '../integration/harness/contentOf.ts'
import { Admin } from './harness/Admin.ts'
import { everyKind } from './harness/everyKind.ts'
import { openBrowser } from './harness/openBrowser.ts'

const { collections, globals } = await payloadConfig

let cms: Cms
let browser: Browser
let page: Page
let rest: Session
/** What the browser refused to load or run, and what went wrong in the page. */
const faults: string[] = []

beforeAll(async () => {
  cms = await startCms()
  rest = await cms.as('admin')
  await everyKind(rest)
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } })
  page.on('console', message => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`))
  page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
  page.on(
    'request',
    request =>
      request.url().startsWith('http') && !request.url().startsWith(cms.url)
      && faults.push(`${page.url()} loads ${request.url()}`),
  )
  await new Admin(page, cms.url).signIn()
})

afterAll(async () => {
  await browser?.close()
  await cms?.stop()
})

const screens = collections.filter(({ admin, endpoints }) => endpoints && !admin.hidden).map(({ slug }) => slug)

it.each(screens)('the browser loads all of the screens of %s under the policy, and from nowhere else', async (slug) => {
  const known = await rest.send<{ docs: { id: string }[] }>('GET', `/api/${slug}`, { query: { limit: 1, depth: 0 } })
  const id = known.body.docs[0]?.id ?? (['enquiries', 'media', 'users'].includes(slug) || slug.startsWith('payload-')
    ? undefined
    : (await rest.send<{ doc: { id: string } }>('POST', `/api/${slug}`, {
        body: contentOf(slug, { category: '', author: '' }),
      })).body.doc.id)
  const collection = collections.find(collection => collection.slug === slug)!
  const paths = [
    `/collections/${slug}`,
    ...slug.startsWith('payload-') ? [] : [`/collections/${slug}/create`],
    ...id === undefined
      ? []
      : [
          `/collections/${slug}/${id}`,
          ...collection.versions ? [`/collections/${slug}/${id}/versions`] : [],
          `/collections/${slug}/${id}/api`,
        ],
    ...collection.trash ? [`/collections/${slug}/trash`] : [],
  ]
  for (const path of paths)
    await open(path)
  expect(faults).toEqual([])
})

it.each(['', '/account', ...globals.filter(({ admin }) => !admin.hidden).map(({ slug }) => `/globals/${slug}`)])(
  'the browser loads all of /admin%s under the policy',
  async (path) => {
    await open(path)
    expect(faults).toEqual([])
  },
)

it('the browser runs no script that somebody puts into a page', async () => {
  await open('/account')
  const ran = await page.evaluate(async () => {
    const probe = document.createElement('div')
    probe.innerHTML = '<img src="/never" onerror="window.inlineRan = true">'
    document.body.append(probe)
    await new Promise(resolve => setTimeout(resolve, 300))
    return (window as { inlineRan?: boolean }).inlineRan === true
  })
  expect(ran).toBe(false)
  expect(faults.splice(0).join('\n')).toContain('Content Security Policy')
})

/** Opens a screen, and waits until it has come to life. */
async function open(path: string): Promise<void> {
  const response = await page.goto(`${cms.url}/admin${path}`, { waitUntil: 'networkidle' })
  expect(response!.status(), path).toBeLessThan(400)
}
