import type { Page } from '../page-cache/Page'
import { makePage } from '../page-cache/Page'
import { errorPage, RETRY_AFTER } from '../rendering/errorPage'
import { SECURITY_HEADERS } from './securityHeaders'

/** The designed page for an error, drawn once: it is the same for everybody. */
export function errorPageOf(status: number): Promise<Page> {
  const known = pages.get(status)
  if (known)
    return known
  const page = draw(status)
  page.catch(() => pages.delete(status))
  pages.set(status, page)
  return page
}

const pages = new Map<number, Promise<Page>>()

async function draw(status: number): Promise<Page> {
  const headers = new Headers({ ...SECURITY_HEADERS, 'Content-Type': 'text/html;charset=utf-8', ...(status === 503 && { 'Retry-After': String(RETRY_AFTER) }) })
  return makePage({ status, headers: [...headers], html: await errorPage(status) })
}
