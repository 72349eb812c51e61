import type { Page } from '@masthead/shared/payload-types'
import type { Cms } from '../integration/harness/cms.ts'
import type { Session } from '../integration/harness/Session.ts'
import { DatabaseSync } from 'node:sqlite'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startCms } from '../integration/harness/cms.ts'
import { article, card, landingPage, landingSection, makeBasics, section } from '../integration/harness/content.ts'
import { problems } from '../integration/harness/Session.ts'

/** A database of a version that left the references of moved rows where they were. MongoDB keeps rows whole. */
describe.runIf(inject('mongodb') === null)('a database with references that belong to no row', () => {
  let cms: Cms
  let admin: Session
  let page: string
  let before: string[]
  beforeAll(async () => {
    cms = await startCms()
    page = await fill(await cms.as('admin'))
    await cms.end()
    before = onDatabase(cms.dataDir, leaveOrphans)
    await cms.start()
    admin = await cms.as('admin')
  })
  afterAll(() => cms?.stop())

  it('is rid of them after the start, in documents and versions, and of nothing else', () => {
    const [page, site] = TWO_TARGETS
    const after = onDatabase(cms.dataDir, references)
    expect(after).toEqual(
      [...before, `pages_rels ${page}`, `_pages_v_rels version.${page}`, `site_rels ${site}`].sort(),
    )
  })

  it('says of a link that leads to two places where it is and what to do, once', () => {
    const lines = cms.output.map(stripVTControlCharacters).filter(line => line.includes('Only one of them was meant'))
    expect(lines.map(line => line.slice(line.indexOf('“')))).toEqual([
      `“A page”: the link “Journal” (sections 1, links 2) leads to a document, “Engineering”, and to an address, /blog. Only one of them was meant: open /admin/collections/pages/${page}, take the other out, and save.`,
      '“Site”: the link “Journal” (footerLinks 1) leads to a document, “Engineering”, and to an address, /blog. Only one of them was meant: open /admin/globals/site, take the other out, and save.',
    ])
  })

  it('lets somebody choose for a page', async () => {
    const [hero, ...others] = (await admin.get('pages', page, { draft: true, depth: 0 })).sections
    const [first, second] = linksOf(hero!)
    expect(second).toMatchObject({ url: '/blog', document: { relationTo: 'categories' } })
    const refused = await admin.send('PATCH', `/api/pages/${page}`, {
      body: { title: 'Another title', _status: 'published' },
    })
    expect(refused.status).toBe(400)
    expect(problems(refused)).toContain('sections.0.links.1.url: Choose a document or give an address, not both.')

    await admin.publish('pages', page, {
      sections: [{ ...hero!, links: [first!, { ...second!, document: null }] } as Page['sections'][number], ...others],
    })
    const [saved] = (await admin.get('pages', page, { depth: 0 })).sections
    expect(linksOf(saved!)[1]).toMatchObject({ url: '/blog' })
    expect(linksOf(saved!)[1]!.document ?? null).toBeNull()
  })

  it('lets somebody choose for the site', async () => {
    const [link] = (await admin.global('site')).footerLinks!
    expect(link).toMatchObject({ url: '/blog', document: { relationTo: 'categories' } })
    expect((await admin.send('POST', '/api/globals/site', { body: { tagline: 'Words' } })).status).toBe(400)
    expect((await admin.send('POST', '/api/globals/site', { body: { footerLinks: [{ ...link, url: null }] } })).status)
      .toBe(200)
    expect((await admin.send('POST', '/api/globals/site', { body: { tagline: 'Words' } })).status).toBe(200)
  })
})

/** An article, a page and the site, with references in rows, all published and with a draft over it. */
async function fill(admin: Session): Promise<string> {
  const basics = await makeBasics(admin)
  const { id: cardId } = await admin.create('takeaway-cards', card({ _status: 'published' }))
  const post = await admin.create(
    'posts',
    article(basics, { sections: [section('spotlight', { cards: [cardId] })], _status: 'published' }),
  )
  await admin.saveDraft('posts', post.id, { excerpt: 'What it argues now.' })
  const document = { relationTo: 'categories', value: basics.category } as const
  const sections = [
    landingSection('hero', { links: [{ label: 'Engineering', document }, { label: 'Journal', url: '/blog' }] }),
    landingSection('relatedPosts', { posts: [post.id] }),
    landingSection('spotlight', { cards: [cardId] }),
  ]
  const page = await admin.create('pages', landingPage({ sections, _status: 'published' }))
  await admin.saveDraft('pages', page.id, { sections: page.sections.toSpliced(1, 1) })
  await admin.send('POST', '/api/globals/site', {
    body: { footerLinks: [{ label: 'Journal', url: '/blog' }], navigation: [{ label: 'Engineering', document }] },
  })
  return page.id
}

/** Paths of links to an address that got a document, too. */
const TWO_TARGETS = ['sections.0.links.1.document', 'footerLinks.0.document'] as const

/** Paths that name no row, or a row that has no such field. */
const ORPHANED = {
  posts: ['sections.1.cards', 'sections.0.posts'],
  pages: [
    'sections.7.cards',
    'sections.1.cards.3.document',
    'sections.0.links.2.document',
    'sections.0.cards',
    'sections.1.links.0.document',
  ],
  site: ['navigation.1.document', 'footerLinks.4.document'],
}

/** Puts a database into the state in which the versions before this migration left it; the references before that. */
function leaveOrphans(database: DatabaseSync): string[] {
  const before = references(database)
  const [page, site] = TWO_TARGETS
  addReferences(database, 'posts', 'posts', ORPHANED.posts)
  addReferences(database, '_posts_v', 'posts', ORPHANED.posts.map(path => `version.${path}`))
  addReferences(database, 'pages', 'pages', [...ORPHANED.pages, page])
  addReferences(database, '_pages_v', 'pages', ORPHANED.pages.map(path => `version.${path}`))
  addReferences(database, '_pages_v WHERE latest', 'pages', [`version.${page}`])
  addReferences(database, 'site', 'site', [...ORPHANED.site, site])
  database.exec(`DELETE FROM payload_migrations WHERE name LIKE '%orphaned_references'`)
  return before
}

/** Each of the documents gets a reference to the category at each of the paths. */
function addReferences(database: DatabaseSync, owners: string, collection: string, paths: string[]): void {
  const [table] = owners.split(' ')
  const column = collection === 'posts' ? 'authors_id' : 'categories_id'
  const target = collection === 'posts' ? 'authors' : 'categories'
  for (const path of paths) {
    database.prepare(
      `INSERT INTO ${table}_rels (parent_id, path, ${column}) SELECT id, ?, (SELECT id FROM ${target}) FROM ${owners}`,
    ).run(path)
  }
}

/** All references there are in rows, each as `table path`. */
function references(database: DatabaseSync): string[] {
  return ['posts', '_posts_v', 'pages', '_pages_v', 'site'].flatMap(table =>
    database
      .prepare(`SELECT path FROM ${table}_rels WHERE path GLOB '*.[0-9]*'`)
      .all()
      .map(({ path }) => `${table}_rels ${String(path)}`),
  ).sort()
}

function onDatabase<T>(dataDir: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(`${dataDir}/masthead.db`)
  try {
    return work(database)
  }
  finally {
    database.close()
  }
}

function linksOf(hero: Page['sections'][number]) {
  return hero.blockType === 'hero' ? hero.links ?? [] : []
}
