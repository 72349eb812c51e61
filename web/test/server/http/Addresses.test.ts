import type { Changes } from '@masthead/shared/changes'
import type { Rule } from '../../../server/http/AddressBook'
import type { AddressSource } from '../../../server/http/cmsAddressSource'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CmsError } from '@masthead/shared/error'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AddressBook } from '../../../server/http/AddressBook'
import { Addresses } from '../../../server/http/Addresses'

/** A CMS with redirects and pages, which can go away. */
class FakeCms implements AddressSource {
  redirects = new Map<string, Omit<Rule, 'from'>>([['/old', { status: 301, to: '/new' }], ['/gone', {
    status: 410,
    to: undefined,
  }]])

  paths = new Set(['/about', '/blog/a'])
  isAway = false
  asked = 0
  /** Called before each answer. */
  meanwhile: () => void = () => {}

  async* all() {
    const rules = this.#rules()
    await this.#answer()
    yield { rules }
    await this.#answer()
    yield { pages: [...this.paths] }
  }

  async rulesFrom(paths: string[]) {
    const rules = this.#rules().filter(({ from }) => paths.includes(from))
    await this.#answer()
    return rules
  }

  async pagesAt(paths: string[]) {
    const pages = paths.filter(path => this.paths.has(path))
    await this.#answer()
    return pages
  }

  #rules() {
    return [...this.redirects].map(([from, rule]) => ({ from, ...rule }))
  }

  async #answer() {
    this.asked++
    this.meanwhile()
    await Promise.resolve()
    if (this.isAway)
      throw new CmsError({ method: 'GET', url: 'http://cms', problem: 'no answer' })
  }
}

const BEGINNING: Changes = { last: 7, entry: 'e7', changes: [] }

function change(number: number, ...tags: string[]): Changes {
  return { last: number, entry: `e${number}`, changes: [{ number, kind: 'changed', tags }] }
}

async function begun(cms = new FakeCms()) {
  const addresses = new Addresses({ book: new AddressBook(':memory:'), source: cms, from: undefined, retryDelayMs: 1 })
  await addresses.follow(BEGINNING)
  cms.asked = 0
  return { addresses, cms }
}

describe('the known addresses', () => {
  it('is there while the CMS is away', async () => {
    const { addresses, cms } = await begun()
    cms.isAway = true
    expect(await addresses.ruleOf(['/old'])).toEqual({ from: '/old', status: 301, to: '/new' })
    expect(await addresses.ruleOf(['/nothing', '/gone'])).toEqual({ from: '/gone', status: 410, to: undefined })
    expect(await addresses.ruleOf(['/nothing'])).toBeUndefined()
    expect(
      ['/about', '/blog/a', '/', '/blog', '/blog/page/3', '/services', '/nothing', '/blog/b'].filter(path =>
        addresses.isNowhere(path),
      ),
    ).toEqual(['/nothing', '/blog/b'])
    expect(cms.asked).toBe(0)
  })

  it('is requested from the CMS until it is known, and nothing is made up', async () => {
    const cms = new FakeCms()
    const addresses = new Addresses({ book: new AddressBook(':memory:'), source: cms, from: undefined })
    expect((await addresses.ruleOf(['/old']))?.to).toBe('/new')
    expect(addresses.isNowhere('/nothing')).toBe(false)
    cms.isAway = true
    await expect(addresses.ruleOf(['/old'])).rejects.toThrow(CmsError)
  })

  it('follows redirects that come, change and go, and pages', async () => {
    const { addresses, cms } = await begun()
    cms.redirects.delete('/gone')
    cms.redirects.set('/old', { status: 308, to: '/newer' })
    cms.redirects.set('/passing', { status: 302, to: '/elsewhere' })
    cms.paths.delete('/about')
    cms.paths.add('/blog/b')
    await addresses.follow(
      change(
        8,
        'redirects:1',
        'redirects:list',
        'path:/old',
        'path:/gone',
        'path:/passing',
        'path:/about',
        'path:/blog/b',
        'posts:9',
      ),
    )
    cms.isAway = true
    expect(await addresses.ruleOf(['/old'])).toEqual({ from: '/old', status: 308, to: '/newer' })
    expect((await addresses.ruleOf(['/gone', '/passing']))?.to).toBe('/elsewhere')
    expect(['/about', '/blog/b', '/blog/a'].map(path => addresses.isNowhere(path))).toEqual([true, false, false])
  })

  it('has no redirect from an address that has a page', async () => {
    const { addresses, cms } = await begun()
    cms.paths.add('/old')
    await addresses.follow(change(8, 'pages:1', 'path:/old'))
    expect(await addresses.ruleOf(['/old'])).toBeUndefined()
  })

  it('is requested from the CMS from the change on until it is known', async () => {
    const { addresses, cms } = await begun()
    cms.redirects.set('/old', { status: 301, to: '/newest' })
    void addresses.follow(change(8, 'redirects:1', 'path:/old'))
    expect(addresses.isSettled).toBe(false)
    expect((await addresses.ruleOf(['/old']))?.to).toBe('/newest')
  })

  it('is what it was while the CMS that changed it is away, and catches up', async () => {
    const { addresses, cms } = await begun()
    cms.isAway = true
    const caughtUp = addresses.follow(change(8, 'redirects:1', 'path:/old'))
    expect((await addresses.ruleOf(['/old']))?.to).toBe('/new')
    cms.redirects.delete('/old')
    cms.isAway = false
    await caughtUp
    expect(await addresses.ruleOf(['/old'])).toBeUndefined()
  })

  it('misses nothing that changes while it is requested', async () => {
    const cms = new FakeCms()
    const addresses = new Addresses({ book: new AddressBook(':memory:'), source: cms, from: undefined })
    let number = 8
    cms.meanwhile = () => {
      if (number > 12)
        return
      cms.redirects.set('/old', { status: 301, to: `/new-${number}` })
      void addresses.follow(change(number++, 'redirects:1', 'path:/old'))
    }
    await addresses.follow(BEGINNING)
    cms.isAway = true
    expect((await addresses.ruleOf(['/old']))?.to).toBe('/new-12')
  })

  it('is requested again when changes were lost', async () => {
    const { addresses, cms } = await begun()
    cms.redirects.clear()
    cms.paths.clear()
    await addresses.follow({ last: 90, entry: 'other', changes: [], reset: true })
    expect(await addresses.ruleOf(['/old'])).toBeUndefined()
    expect(addresses.isNowhere('/about')).toBe(true)
  })
})

describe('a site instance that starts again', () => {
  it.each([
    ['where it ended', { number: 8, entry: 'e8' }, 0],
    ['elsewhere', { number: 7, entry: 'e7' }, 2],
  ])('%s knows what it knew, and asks for what it has to', async (_, from, asked) => {
    const folder = mkdtempSync(join(tmpdir(), 'masthead-addresses-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'addresses.db')
    const cms = new FakeCms()
    const book = new AddressBook(file)
    const first = new Addresses({ book, source: cms, from: undefined })
    await first.follow(BEGINNING)
    await first.follow(change(8, 'posts:1'))
    book.close()

    cms.asked = 0
    const second = new Addresses({ book: new AddressBook(file), source: cms, from })
    await second.follow({ last: 8, entry: 'e8', changes: [] })
    expect(cms.asked).toBe(asked)
    cms.isAway = true
    expect((await second.ruleOf(['/old']))?.to).toBe('/new')
  })

  it('while the CMS is away has its redirects, right or not', async () => {
    const book = new AddressBook(':memory:')
    const cms = new FakeCms()
    await new Addresses({ book, source: cms, from: undefined }).follow(BEGINNING)
    cms.isAway = true
    const again = new Addresses({ book, source: cms, from: { number: 3, entry: 'e3' } })
    expect((await again.ruleOf(['/old']))?.to).toBe('/new')
    expect(again.isNowhere('/nothing')).toBe(false)
  })
})
