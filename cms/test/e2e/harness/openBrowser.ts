import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../../../tools/src/browser.ts'
import { tellOfPages } from './tellOfPages.ts'

export async function openBrowser(): Promise<Browser> {
  const found = await findBrowser()
  if (!found)
    throw new Error('No Chromium runs here: name one with CHROMIUM_PATH.')
  const { executablePath, args, env } = found
  const browser = await chromium.launch({ executablePath, args, env: definedIn(env) })
  tellOfPages(browser)
  return browser
}

function definedIn(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
