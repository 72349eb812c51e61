import type { Browser } from 'playwright-core'
import type { Reference, ReferenceCard, ReferenceSection } from '../integration/content/readReference.ts'
import type { Cms } from '../integration/harness/cms.ts'
import type { Web } from './harness/startWeb.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readReference } from '../integration/content/readReference.ts'
import { startCms } from '../integration/harness/cms.ts'
import { Admin } from './harness/Admin.ts'
import { openBrowser } from './harness/openBrowser.ts'
import { startWeb } from './harness/startWeb.ts'

const folder = process.env.REFERENCE_DIR

describe.skipIf(!folder)('the reference page, built by an editor by hand', () => {
  let reference: Reference
  let cms: Cms
  let web: Web
  let browser: Browser
  let admin: Admin

  beforeAll(async () => {
    reference = readReference(readFileSync(join(folder!, 'article.txt'), 'utf8'))
    cms = await startCms()
    web = await startWeb(cms.url)
    browser = await openBrowser()
    const { person } = await cms.as('editor')
    const context = await browser.newContext({
      viewport: { width: 1400, height: 1000 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    admin = new Admin(await context.newPage(), cms.url)
    await admin.signIn({ email: person.email, password: 'battery staple' })
  })

  afterAll(async () => {
    await browser?.close()
    await web?.stop()
    await cms?.stop()
  })

  it('names the site, and what stands over and under each page', async () => {
    await admin.openGlobal('site')
    await admin.fill('name', SITE.name)
    await admin.fill('journalTitle', SITE.journal)
    await admin.fill('footer', SITE.footer)
    for (const list of ['navigation', 'footerLinks'] as const) {
      await admin.addRows(list, 'Add Link', SITE[list].length)
      for (const [index, { label, url }] of SITE[list].entries()) {
        await admin.fill(`${list}.${index}.label`, label)
        await admin.fill(`${list}.${index}.url`, url)
      }
    }
    await admin.save()
  })

  it('makes the category and the author', async () => {
    await admin.begin('categories')
    await admin.fill('title', titleOf(reference.category))
    await admin.save()
    await admin.begin('authors')
    await admin.fill('name', SITE.author)
    await admin.save()
  })

  it('writes the calls to action of the banner', async () => {
    for (const [index, { headline, label }] of reference.banner.entries()) {
      await admin.begin('ctas')
      await admin.fill('headline', headline)
      await admin.fill('link.label', label)
      await admin.fill('link.url', '/enquiry')
      await admin.fill('weight', String(reference.banner.length - index))
      await admin.publish()
    }
  })

  it('writes the words around the form', async () => {
    const { kicker, heading, text, badges, stats } = reference.enquiry
    await admin.openGlobal('enquiry-section')
    await admin.fill('kicker', kicker)
    await admin.fill('heading', heading)
    await admin.fill('text', text)
    await admin.addRows('badges', 'Add Assurance', badges.length)
    for (const [index, badge] of badges.entries())
      await admin.fill(`badges.${index}.label`, badge)
    await fillFigures(stats)
    await admin.save()
  })

  it('fills in the table', async () => {
    const { title, description, criterionLabel, columns, rows } = tableOf(reference)
    await admin.begin('comparison-tables')
    await admin.fill('title', title)
    await admin.fill('description', description)
    await admin.fill('criterionLabel', criterionLabel)
    await admin.addRows('columns', 'Add Column', columns.length)
    for (const [index, { label, note }] of columns.entries()) {
      await admin.fill(`columns.${index}.label`, label)
      await admin.fill(`columns.${index}.note`, note)
    }
    await admin.addRows('rows', 'Add Row', rows.length)
    for (const [index, [criterion, ...values]] of rows.entries()) {
      await admin.fill(`rows.${index}.criterion`, criterion)
      for (const [column, value] of values.entries())
        await admin.fillCell(index, columns[column]!.label, value)
    }
    await admin.publish()
  })

  it('writes the cards, with their lists as they are pasted', async () => {
    for (const { title, pasted, stats } of reference.sections.flatMap(({ cards = [] }) => cards)) {
      await admin.begin('takeaway-cards')
      await admin.fill('title', title)
      await admin.fill('body', pasted)
      await fillFigures(stats)
      await admin.publish()
    }
  }, 120_000)

  it('builds the article from them, and publishes it', async () => {
    await admin.begin('posts')
    await admin.fill('title', reference.title)
    await admin.fill('excerpt', reference.excerpt)
    for (const section of reference.sections)
      await build(section)
    await admin.choose('category', titleOf(reference.category))
    await admin.choose('authors', SITE.author)
    await admin.page.getByRole('button', { name: 'Search and sharing' }).click()
    await admin.fill('seo.title', reference.seoTitle)
    await admin.publish()
    await web.caughtUp()
  }, 120_000)

  it('is what readers see: every line of it, in its order', async () => {
    const reader = await (await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce' })).newPage()
    await reader.goto(`${web.url}/blog`)
    await reader.getByRole('link', { name: reference.title }).click()
    expect(await reader.title()).toBe(reference.seoTitle)
    const shown = (await reader.locator('body').innerText()).split(/[\n\t]/).map(plain).filter(Boolean)
    let line = 0
    for (const words of linesOf(reference).map(plain)) {
      const found = shown.indexOf(words, line)
      expect(
        found,
        `“${words}” does not stand after “${shown[line - 1]}”, but before:\n${shown.slice(line, line + 8).join('\n')}`,
      ).toBeGreaterThanOrEqual(0)
      line = found + 1
    }
  })

  async function fillFigures(stats: ReferenceCard['stats']): Promise<void> {
    await admin.addRows('stats', 'Add Figure', stats.length)
    for (const [index, { value, label }] of stats.entries()) {
      await admin.fill(`stats.${index}.value`, value)
      await admin.fill(`stats.${index}.label`, label)
    }
  }

  async function build({ label, kicker, heading, summary, paragraphs, table, cards }: ReferenceSection): Promise<void> {
    const index = await admin.addSection(cards ? label === 'takeaways' ? 'Takeaways' : 'Spotlight cards' : 'Text')
    await admin.fill(`sections.${index}.label`, label)
    await admin.fill(`sections.${index}.kicker`, kicker)
    await admin.fill(`sections.${index}.heading`, heading)
    await admin.fill(`sections.${index}.summary`, summary)
    for (const { title } of cards ?? [])
      await admin.choose(`sections.${index}.cards`, title)
    if (paragraphs.length > 0)
      await admin.paste(index, paragraphs.map(withLead).join(''))
    if (table) {
      const index = await admin.addSection('Comparison table')
      await admin.fill(`sections.${index}.kicker`, table.kicker)
      await admin.choose(`sections.${index}.table`, table.title)
    }
  }
})

/** What the page does not say of itself. */
const SITE = {
  name: 'The Consultancy',
  journal: 'Blog',
  author: 'The Editors',
  navigation: [{ label: 'Blog', url: '/blog' }, { label: 'Work', url: '/services' }],
  footerLinks: [{ label: 'Write to us', url: '/enquiry' }],
  footer: 'Built by hand.',
}

/** The page shows it as it stands in its address. */
function titleOf(category: string): string {
  return category.replaceAll('-', ' ')
}

function tableOf({ sections }: Reference) {
  return sections.find(({ table }) => table)!.table!
}

/** A paragraph as it comes from the page: the words before the first full stop or colon are bold. */
function withLead(paragraph: string): string {
  const [lead = ''] = /^[^.:]{1,80}[.:]/.exec(paragraph) ?? []
  return `<p><strong>${escaped(lead)}</strong>${escaped(paragraph.slice(lead.length))}</p>`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function plain(line: string): string {
  return line.replaceAll(/\s+/g, ' ').trim()
}

/** The page from its banner to its foot, line by line. */
function linesOf({ banner, category, title, excerpt, sections, enquiry }: Reference): string[] {
  return [
    ...banner.map(({ headline, label }) => `${headline} ${label}`),
    SITE.name,
    ...SITE.navigation.map(({ label }) => label),
    SITE.journal,
    titleOf(category),
    title,
    excerpt,
    ...sections.flatMap(({ label, kicker, heading, summary, paragraphs, table, cards = [] }) => [
      label,
      kicker,
      heading,
      summary,
      ...paragraphs,
      ...(table
        ? [
            table.kicker,
            table.title,
            table.description,
            table.criterionLabel,
            ...table.columns.flatMap(({ label, note }) => [label, note]),
            ...table.rows.flat().map(cell => SIGNS[cell] ?? cell),
          ]
        : []),
      ...cards.flatMap((
        { title, text, points, stats },
        index,
      ) => [`0${index + 1}`, title, text, ...points, ...figures(stats)]),
    ]),
    enquiry.kicker,
    enquiry.heading,
    enquiry.text,
    ...enquiry.badges,
    ...figures(enquiry.stats),
    SITE.footer,
    ...SITE.footerLinks.map(({ label }) => label),
  ]
}

function figures(stats: ReferenceCard['stats']): string[] {
  return stats.flatMap(({ value, label }) => [value, label])
}

const SIGNS: Record<string, string> = { '✓': 'Yes', '✗': 'No' }
