import type { Browser } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Web } from './harness/startWeb.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, startCms } from '../integration/harness/cms.ts'
import { cta } from '../integration/harness/content.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'
import { startWeb } from './harness/startWeb.ts'

let cms: Cms
let web: Web
let browser: Browser
let admin: Admin

beforeAll(async () => {
  const port = String(await freePort())
  cms = await startCms({ SITE_URL: `http://127.0.0.1:${port}` })
  web = await startWeb(cms.url, { PORT: port })
  browser = await openBrowser()
  const { person } = await cms.as('marketer')
  admin = new Admin(await (await browser.newContext({ viewport: { width: 1400, height: 1000 } })).newPage(), cms.url)
  await admin.signIn({ email: person.email, password: 'battery staple' }, 'Marketing')
})

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await cms?.stop()
})

const LIVE = /Live \d+\.\d s after saving/

describe('a marketer’s day, by hand and without a deploy', () => {
  it('changes a banner, and reads that it is live', async () => {
    const marketer = await cms.as('marketer')
    const { id } = await marketer.create(
      'ctas',
      cta({ headline: 'Book a review', placements: ['banner'], _status: 'published' }),
    )
    await web.caughtUp()
    expect(await read('/blog')).toContain('Book a review')

    await admin.open(`${cms.url}/admin/collections/ctas/${id}`)
    await admin.fill('headline', 'Two places left in spring')
    await admin.untilSaved()
    expect(await read('/blog')).toContain('Book a review')
    await admin.publish()
    await admin.page.getByText(LIVE).waitFor()
    expect(await read('/blog')).toContain('Two places left in spring')
  })

  it('makes a page for a service, which is in the list at once', async () => {
    expect(await read('/services')).not.toContain('Load rehearsal')
    await admin.begin('services')
    await admin.fill('title', 'Load rehearsal')
    await admin.fill('summary', 'We try your worst day before it comes.')
    const hero = await admin.addSection('Opening')
    await admin.fill(`sections.${hero}.heading`, 'Your worst day, rehearsed')
    const offer = await admin.addSection('Offer')
    await admin.addRow(`sections.${offer}.items`, 'Add Item')
    await admin.fill(`sections.${offer}.items.0.title`, 'A script')
    await admin.fill(`sections.${offer}.items.0.text`, 'What happens, minute by minute.')
    await admin.untilSaved()
    await admin.publish()
    await admin.page.getByText(LIVE).waitFor()
    expect(await read('/services/load-rehearsal')).toMatch(/Your worst day, rehearsed.*A script/s)
    expect(await read('/services')).toContain('Load rehearsal')
  })

  it('leads an old address to it', async () => {
    expect((await fetch(`${web.url}/stress-test`, { redirect: 'manual' })).status).toBe(404)
    await admin.begin('redirects')
    await admin.fill('from', '/stress-test')
    await admin.fill('to', '/services/load-rehearsal')
    await admin.save()
    await expect.poll(async () =>
      (await fetch(`${web.url}/stress-test`, { redirect: 'manual' })).headers.get('location'),
    ).toBe('/services/load-rehearsal')
  })

  it('is offered nothing that is not theirs', async () => {
    await admin.page.goto(`${cms.url}/admin`)
    await admin.page.getByRole('heading', { name: 'Marketing' }).waitFor()
    expect(await admin.page.getByRole('link', { name: 'Create new Post' }).count()).toBe(0)
  })
})

async function read(path: string): Promise<string> {
  return (await fetch(web.url + path)).text()
}
