import type { ChildProcess } from 'node:child_process'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../../../tools/src/browser.ts'
import { tellOfPages } from './tellOfPages.ts'

/** The browser of one machine: what it has stored is there again after it was killed. */
export class KillableBrowser {
  readonly #profile: string
  #process: ChildProcess | undefined
  #browser: Browser | undefined

  private constructor(profile: string) {
    this.#profile = profile
  }

  static async start(): Promise<KillableBrowser> {
    const browser = new KillableBrowser(await mkdtemp(join(tmpdir(), 'masthead-browser-')))
    await browser.open()
    return browser
  }

  /** Opens it, anew after `kill`. */
  async open(): Promise<void> {
    const found = await findBrowser()
    if (!found)
      throw new Error('No Chromium runs here: name one with CHROMIUM_PATH.')
    const { executablePath, args, env } = found
    const child = spawn(executablePath, [
      ...args,
      `--user-data-dir=${this.#profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ], { env: { ...process.env, ...env }, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    this.#process = child
    this.#browser = await chromium.connectOverCDP(await addressOf(child))
    tellOfPages(this.#browser)
  }

  async newPage(): Promise<Page> {
    const page = await this.context.newPage()
    await page.setViewportSize({ width: 1280, height: 1000 })
    // Leaving a form with unsaved words asks first.
    page.on('dialog', dialog => void dialog.accept())
    return page
  }

  get context(): BrowserContext {
    return this.#browser!.contexts()[0]!
  }

  /** As `kill -9` does, with all its processes. */
  async kill(): Promise<void> {
    const child = this.#process
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null)
      return
    const exited = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await exited
  }

  async stop(): Promise<void> {
    await this.kill()
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stderr!) {
    said += String(chunk)
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address) {
      child.stderr!.resume()
      return address
    }
  }
  throw new Error(`The browser did not start:\n${said}`)
}
