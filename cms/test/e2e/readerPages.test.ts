import type { Buffer } from 'node:buffer'
import type { Browser } from 'playwright-core'
import type { Cms } from '../integration/harness/cms.ts'
import type { Web } from './harness/startWeb.ts'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { everyKind } from './harness/everyKind.ts'
import { everyLandingKind } from './harness/everyLandingKind.ts'
import { openBrowser } from './harness/openBrowser.ts'
import { startWeb } from './harness/startWeb.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let cms: Cms
let web: Web
let browser: Browser
let article: string

beforeAll(async () => {
  cms = await startCms()
  const editor = await cms.as('editor')
  article = `/blog/${await everyKind(editor)}`
  await everyLandingKind(editor)
  web = await startWeb(cms.url)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await cms?.stop()
})

const PAGES = {
  'article': () => article,
  'journal': () => '/blog',
  'category': () => '/blog/category/engineering',
  'author': () => '/authors/ada-writer',
  'home': () => '/',
  'services': () => '/services',
  'service': () => '/services/every-kind',
  'enquiry': () => '/enquiry',
  'thanks': () => '/enquiry/thanks?reference=Q7K2-9XWD',
  'not found': () => '/blog/never-written',
}

describe.each(Object.entries(PAGES))('the page “%s”', (_, address) => {
  it('ships no script, no module preload and no payload', async () => {
    const html = await fetch(web.url + address()).then(answer => answer.text())
    expect(html.match(/<script(?![^>]*application\/ld\+json)[^>]*>/g)).toBeNull()
    expect(html).not.toMatch(/modulepreload|__NUXT/)
  })

  it('is drawn from what comes with it, in one flight of packets', async () => {
    const answer = await compressed(web.url + address())
    expect(answer.bytes, 'ten packets, with the headers').toBeLessThanOrEqual(14_600)
    expect(answer.html).not.toMatch(/rel="stylesheet"|@import/)
    expect(answer.html.match(/<link[^>]*rel="preload"[^>]*>/g)).toEqual([expect.stringContaining('as="font"')])
    expect(answer.html.match(/fetchpriority="high"/g)).toBeNull()
  })

  it('keeps its lines when the face of its headings comes late', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 900 } })
    const page = await context.newPage()
    await page.route(/\.woff2$/, async (route) => {
      await new Promise(resolve => setTimeout(resolve, 400))
      await route.continue()
    })
    await page.goto(web.url + address(), { waitUntil: 'networkidle' })
    expect(await page.evaluate(shifts)).toEqual([])
    await context.close()
  })

  it.each(
    [
      ['light', {}, [390, 1280]],
      ['dark', {}, [390, 1280]],
      ['colours of the reader’s own', { forcedColors: 'active' }, [1280]],
    ] as const,
  )('has nothing that axe objects to, in %s', async (colours, options, widths) => {
    for (const width of widths) {
      const colorScheme = colours === 'dark' ? 'dark' : 'light'
      const context = await browser.newContext({
        bypassCSP: true,
        colorScheme,
        viewport: { width, height: 900 },
        ...options,
      })
      const page = await context.newPage()
      await page.goto(web.url + address())
      await page.addScriptTag({ content: axe })
      const violations = await page.evaluate(() =>
        (globalThis as unknown as AxeWindow).axe.run().then(({ violations }) =>
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ),
      )
      expect(violations, `${width} px`).toEqual([])
      await context.close()
    }
  })

  it.each([320, 390, 768, 1280, 1600])('fits a window of %i px', async (width) => {
    const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.goto(web.url + address())
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await context.close()
  })
})

/** What a browser would receive, which takes the smallest form. */
async function compressed(url: string): Promise<{ bytes: number, html: string }> {
  const { rawHeaders, body } = await new Promise<{ rawHeaders: string[], body: Buffer }>((resolve, reject) => {
    get(url, { headers: { 'accept': 'text/html', 'accept-encoding': 'gzip' } }, async (answer) => {
      resolve({ rawHeaders: answer.rawHeaders, body: await buffer(answer) })
    }).on('error', reject)
  })
  return { bytes: rawHeaders.join('').length + 2 * rawHeaders.length + body.length, html: gunzipSync(body).toString() }
}

/** In the browser: what has moved of its own accord since the page began. */
function shifts(): Promise<string[]> {
  return new Promise((resolve) => {
    const seen: string[] = []
    new PerformanceObserver((list) => {
      seen.push(
        ...list.getEntries().flatMap(entry =>
          (entry as LayoutShift).sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 200) ?? ''),
        ),
      )
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(resolve, 100, seen)
  })
}

interface LayoutShift extends PerformanceEntry {
  sources: { node: Node | null }[]
}

interface AxeWindow {
  axe: { run: () => Promise<{ violations: { id: string, nodes: { html: string }[] }[] }> }
}

describe('an article', () => {
  it('weighs at most 50 kB on a first visit, pictures apart', async () => {
    const page = await (await browser.newContext()).newPage()
    let bytes = 0
    page.on('response', async (answer) => {
      if (answer.request().resourceType() !== 'image')
        bytes += (await answer.request().sizes()).responseBodySize
    })
    await page.goto(web.url + article, { waitUntil: 'networkidle' })
    expect(bytes).toBeGreaterThan(5000)
    expect(bytes).toBeLessThanOrEqual(50_000)
    await page.context().close()
  })

  it('can be reached and skipped through by keyboard', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(web.url + article)
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect(await focused.innerText()).toMatch(/skip/i)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).not.toBe('')
    await page.context().close()
  })

  it('shows whole what the keyboard reaches in its banner', async () => {
    const page = await (await browser.newContext({ viewport: { width: 480, height: 900 } })).newPage()
    await page.goto(web.url + article)
    await page.locator('#pause-banner').focus()
    for (const name of [/first/, /second/]) {
      await page.keyboard.press('Tab')
      const { words, left, right } = await page.locator(':focus').evaluate(link => ({
        words: link.textContent,
        ...link.getBoundingClientRect().toJSON() as DOMRect,
      }))
      expect(words).toMatch(name)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(480)
    }
    await page.context().close()
  })

  it('gives its pictures from its own origin, for ever', async () => {
    const html = await fetch(web.url + article).then(answer => answer.text())
    const addresses = [...html.matchAll(/\/media\/[0-9a-f]+\/[^"\s,]+/g)].map(([path]) => path)
    expect(addresses.length).toBeGreaterThan(0)
    for (const path of new Set(addresses)) {
      const answer = await fetch(web.url + path)
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^image\//)
      expect(answer.headers.get('cache-control')).toContain('immutable')
    }
    expect(html).not.toContain(cms.url)
  })
})

describe('when the CMS is gone', () => {
  it('answers a designed 503 within two seconds and says when to come again', async () => {
    await cms.kill()
    const before = Date.now()
    // The pages above are kept: they go on being served.
    expect((await fetch(web.url + article)).status).toBe(200)
    const answer = await fetch(`${web.url}/blog/page/77`)
    expect(answer.status).toBe(503)
    expect(Date.now() - before).toBeLessThan(2500)
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    const html = await answer.text()
    expect(html).toMatch(/<main/)
    expect(html).not.toMatch(/<script|ECONNREFUSED|at .*\.m?js/)
    const ready = await fetch(`${web.url}/readyz`)
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'stale' }])
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200)
  })
})
