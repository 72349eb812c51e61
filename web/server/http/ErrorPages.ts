import type { Page } from '../page-cache/Page'
import { makePage } from '../page-cache/Page'
import { SECURITY_HEADERS } from './securityHeaders'

/** The designed pages for errors. Each is rendered once, since it is the same for all readers. */
export class ErrorPages {
  readonly #render: (status: number) => Promise<string>
  readonly #pages = new Map<number, Promise<Page>>()

  /** @param render returns the page for a status, as HTML */
  constructor(render: (status: number) => Promise<string>) {
    this.#render = render
  }

  /** Returns the page for a status. After an error the next call tries again. */
  get(status: number): Promise<Page> {
    const known = this.#pages.get(status)
    if (known)
      return known
    const page = this.#make(status)
    page.catch(() => this.#pages.delete(status))
    this.#pages.set(status, page)
    return page
  }

  async #make(status: number): Promise<Page> {
    const headers = new Headers({
      ...SECURITY_HEADERS,
      'Content-Type': 'text/html;charset=utf-8',
      ...(status === 503 && { 'Retry-After': String(RETRY_AFTER_S) }),
    })
    return makePage({ status, headers: [...headers], html: await this.#render(status) })
  }
}

/** When readers may come back: a CMS that starts again needs a few seconds. */
export const RETRY_AFTER_S = 5
