import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeEach } from 'vitest'

const notes: string[] = []

beforeEach(({ onTestFailed, task }) => {
  notes.length = 0
  onTestFailed(() => console.error([`The pages of “${task.name}”:`, ...notes].join('\n  ')))
})

/** When a test fails, its output tells where the pages of this browser went, and what went wrong in them. */
export function tellOfPages(browser: Browser): void {
  browser.contexts().forEach(tellOfContext)
  browser.on('context', tellOfContext)
}

function tellOfContext(context: BrowserContext): void {
  context.on('page', tellOfPage)
}

function tellOfPage(page: Page): void {
  const openedAt = Date.now()
  const note = (...words: string[]) =>
    notes.push(`${((Date.now() - openedAt) / 1000).toFixed(2)} s  ${words.join(' ').slice(0, 500)}`)
  page.on('framenavigated', frame => frame === page.mainFrame() && note('is at', frame.url()))
  page.on(
    'requestfailed',
    request => note('had no answer:', request.method(), request.url(), request.failure()?.errorText ?? ''),
  )
  page.on(
    'response',
    response =>
      response.status() >= 400
      && note('was answered', String(response.status()), response.request().method(), response.url()),
  )
  page.on('pageerror', error => note('failed:', error.stack ?? String(error)))
  page.on('console', message => message.type() === 'error' && note('says:', message.text()))
  page.on('crash', () => note('crashed'))
}
