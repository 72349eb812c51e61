import type { Collections, Globals } from '@masthead/shared/types'
import type { CollectionSlug } from 'payload'
import type { Noted } from '../../src/changes/changeOf.ts'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEEN } from '../../src/changes/SEEN.ts'
import { articleText } from '../content/articleText.ts'
import { startCms } from './harness/cms.ts'
import { article, card, cta, landingPage, makeBasics, prose, service, table, uploadPicture } from './harness/content.ts'
import { Feed } from './harness/Feed.ts'
import { picture } from './harness/picture.ts'

let cms: Cms
let feed: Feed
let editor: Session
let basics: Basics
beforeAll(async () => {
  cms = await startCms()
  feed = await Feed.open(cms)
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
})
afterAll(async () => {
  await feed.close()
  await cms.stop()
})

const DATE = '2026-05-03T10:00:00.000Z'
const LATER = '2026-06-01T08:30:00.000Z'

describe('an article', () => {
  it('is noted with its address and its places in lists when it is published', async () => {
    const { id, slug } = await draft()
    expect(await feed.of(() => editor.publish('posts', id))).toEqual([changed(`posts:${id}`, `path:/blog/${slug}`, ...places(DATE))])
  })

  it('is noted when it is created and published at once', async () => {
    let post: Collections['posts']
    const changes = await feed.of(async () => post = await publish())
    expect(changes).toEqual([changed(`posts:${post!.id}`, `path:/blog/${post!.slug}`, ...places(DATE))])
  })

  it('is noted alone when its words change', async () => {
    const { id } = await publish()
    expect(await feed.of(() => editor.publish('posts', id, { sections: [prose('Other words.')] }))).toEqual([changed(`posts:${id}`)])
    expect(await feed.of(() => editor.publish('posts', id))).toEqual([changed(`posts:${id}`)])
  })

  it('is gone when it is unpublished', async () => {
    const { id, slug } = await publish()
    expect(await feed.of(() => editor.unpublish('posts', id))).toEqual([gone(`posts:${id}`, `path:/blog/${slug}`, ...places(DATE))])
  })

  it('is gone when it is unpublished while a draft is pending', async () => {
    const { id, slug } = await publish()
    await editor.saveDraft('posts', id, { title: 'Pending', slug: 'pending-address', publishedAt: LATER })
    expect(await feed.of(() => editor.unpublish('posts', id))).toEqual([gone(`posts:${id}`, `path:/blog/${slug}`, ...places(DATE))])
  })

  it('is noted at the old and the new address when it moves, with the redirect', async () => {
    const { id, slug } = await publish()
    const changes = await feed.of(() => editor.publish('posts', id, { slug: `${slug}-moved` }))
    const { docs: [redirect] } = await editor.find('redirects', { where: { from: { equals: `/blog/${slug}` } } })
    expect(sorted(changes)).toEqual(sorted([
      changed(`posts:${id}`, `path:/blog/${slug}`, `path:/blog/${slug}-moved`),
      changed(`redirects:${redirect!.id}`, 'redirects:list', `path:/blog/${slug}`),
    ]))
  })

  it('is noted in the lists that it leaves and comes into', async () => {
    const { id } = await publish()
    const category = await editor.create('categories', { title: 'Another' })
    const author = await editor.create('authors', { name: 'Another' })
    expect(await feed.of(() => editor.publish('posts', id, { category: category.id }))).toEqual([changed(`posts:${id}`, `posts:list:category=${basics.category}@${DATE}`, `posts:list:category=${category.id}@${DATE}`)])
    expect(await feed.of(() => editor.publish('posts', id, { authors: [basics.author, author.id] }))).toEqual([changed(`posts:${id}`, `posts:list:authors=${author.id}@${DATE}`)])
    expect(await feed.of(() => editor.publish('posts', id, { authors: [author.id, basics.author] }))).toEqual([changed(`posts:${id}`)])
    const lists = ['', `:category=${category.id}`, `:authors=${author.id}`, `:authors=${basics.author}`]
    expect(await feed.of(() => editor.publish('posts', id, { publishedAt: LATER }))).toEqual([changed(`posts:${id}`, ...lists.flatMap(list => [DATE, LATER].map(date => `posts:list${list}@${date}`)))])
  })

  it('is gone in the trash, and back from there', async () => {
    const { id, slug } = await publish()
    const all = [`posts:${id}`, `path:/blog/${slug}`, ...places(DATE)]
    expect(await feed.of(() => editor.trash('posts', id))).toEqual([gone(...all)])
    expect(await feed.of(() => editor.restore('posts', id, { _status: 'published' }))).toEqual([changed(...all)])
    expect(await feed.of(() => editor.delete('posts', id))).toEqual([gone(...all)])
  })

  it('is not noted when it is deleted from the trash', async () => {
    const { id } = await publish()
    await editor.trash('posts', id)
    expect(await feed.of(() => editor.delete('posts', id))).toEqual([])
  })

  it('is noted when an earlier version is published, and not when it is taken up as a draft', async () => {
    const { id } = await publish()
    await editor.publish('posts', id, { publishedAt: LATER })
    const [, earlier] = await editor.versions('posts', id)
    expect(await feed.of(() => editor.restoreVersion('posts', earlier!.id))).toEqual([])
    expect(await feed.of(() => editor.restoreVersion('posts', earlier!.id, { _status: 'published' }))).toEqual([changed(`posts:${id}`, ...places(DATE), ...places(LATER))])
  })

  it('is noted once each when many are changed, or deleted, at once', async () => {
    const posts = await Promise.all([publish(), publish(), publish()])
    const where = { id: { in: posts.map(({ id }) => id) } }
    const updates = await feed.of(() => editor.send('PATCH', '/api/posts', { query: { where }, body: { excerpt: 'The same of all.', _status: 'published' } }))
    expect(sorted(updates)).toEqual(sorted(posts.map(({ id }) => changed(`posts:${id}`))))
    const deletions = await feed.of(() => editor.send('DELETE', '/api/posts', { query: { where } }))
    expect(sorted(deletions)).toEqual(sorted(posts.map(({ id, slug }) => gone(`posts:${id}`, `path:/blog/${slug}`, ...places(DATE)))))
  })

  it('is noted when a duplicate is published, not when it is made', async () => {
    const { id } = await publish()
    let copy: Collections['posts']
    const duplicate = () => editor.send<{ doc: Collections['posts'] }>('POST', `/api/posts/${id}/duplicate`, { query: { draft: true } })
    expect(await feed.of(async () => copy = (await duplicate()).body.doc)).toEqual([])
    const changes = await feed.of(async () => copy = await editor.publish('posts', copy.id, { publishedAt: DATE }))
    expect(changes).toEqual([changed(`posts:${copy!.id}`, `path:/blog/${copy!.slug}`, ...places(DATE))])
  })

  it('is not noted while it is a draft', async () => {
    expect(await feed.of(async () => {
      const { id } = await draft()
      await editor.saveDraft('posts', id, { title: 'Another title' })
      await editor.update('posts', id, { title: 'Autosaved' }, { draft: true, autosave: true })
      await editor.trash('posts', id)
      await editor.restore('posts', id)
      await editor.delete('posts', id)
    })).toEqual([])
  })

  it('is not noted when a draft is saved over what is published', async () => {
    const { id } = await publish()
    expect(await feed.of(async () => {
      await editor.update('posts', id, { title: 'Autosaved', slug: 'autosaved' }, { draft: true, autosave: true })
      await editor.update('posts', id, { title: 'Autosaved again' }, { draft: true, autosave: true })
      await editor.saveDraft('posts', id, { category: basics.category })
    })).toEqual([])
  })

  it('is not noted, or to no harm, when a change is refused', async () => {
    const { id } = await publish()
    const changes = await feed.of(async () => {
      expect((await editor.send('PATCH', `/api/posts/${id}`, { body: { sections: [], _status: 'published' } })).status).toBe(400)
      expect((await editor.send('PATCH', `/api/categories/${basics.category}`, { body: { deletedAt: new Date().toISOString() } })).status).toBe(409)
      expect((await editor.send('DELETE', `/api/categories/${basics.category}`)).status).toBe(409)
    }, { patience: 10_000 })
    // Without transactions a purge is spent on what was refused last, by the checks of the fields.
    expect(changes).toEqual(changes.length > 0 ? [changed(`posts:${id}`)] : [])
  })
})

describe('other documents', () => {
  const made: Partial<Record<CollectionSlug, () => Promise<{ id: string }>>> = {
    'comparison-tables': () => editor.create('comparison-tables', table({ _status: 'published' })),
    'takeaway-cards': () => editor.create('takeaway-cards', card({ _status: 'published' })),
    'services': () => editor.create('services', service({ _status: 'published' })),
    'pages': () => editor.create('pages', landingPage({ _status: 'published', path: '/noted' })),
    'ctas': () => editor.create('ctas', cta({ _status: 'published' })),
    'categories': () => editor.create('categories', { title: 'Noted' }),
    'authors': () => editor.create('authors', { name: 'Noted' }),
    'media': () => uploadPicture(editor),
    'redirects': () => editor.create('redirects', { from: '/noted-before', to: '/blog', status: '301' }),
  }
  const paths: Partial<Record<CollectionSlug, string>> = { services: '/services/a-service', pages: '/noted', categories: '/blog/category/noted', authors: '/authors/noted', redirects: '/noted-before' }

  it.each(Object.keys(SEEN).filter(slug => SEEN[slug] && slug !== 'posts') as (keyof Collections)[])('of %s are noted when they come, change and go', async (collection) => {
    let id = ''
    const place = paths[collection] ? [`path:${paths[collection]}`] : []
    const create = await feed.of(async () => {
      ({ id } = await made[collection]!())
    })
    const all = [`${collection}:${id}`, `${collection}:list`, ...place]
    expect(create).toEqual([changed(...all)])
    const hasDrafts = '_status' in await editor.get(collection, id)
    expect(await feed.of(() => editor.update(collection, id, hasDrafts ? { _status: 'published' } : {})))
      .toEqual([collection === 'redirects' ? changed(...all) : changed(`${collection}:${id}`, `${collection}:list`)])
    expect(await feed.of(() => editor.delete(collection, id))).toEqual([gone(...all)])
  })

  it('are noted at the old and the new address when they move', async () => {
    const { id } = await editor.create('pages', landingPage({ _status: 'published', path: '/here' }))
    const [page] = (await feed.of(() => editor.publish('pages', id, { path: '/there' }))).filter(({ tags }) => tags.includes(`pages:${id}`))
    expect(page).toEqual(changed(`pages:${id}`, 'pages:list', 'path:/here', 'path:/there'))
    const redirect = await editor.create('redirects', { from: '/moved-1', to: '/blog', status: '301' })
    expect(await feed.of(() => editor.update('redirects', redirect.id, { from: '/moved-2' }))).toEqual([changed(`redirects:${redirect.id}`, 'redirects:list', 'path:/moved-1', 'path:/moved-2')])
  })

  it('are noted when they follow what they lead to', async () => {
    const first = await editor.create('redirects', { from: '/follows-1', to: '/follows-2', status: '301' })
    let second = ''
    const changes = await feed.of(async () => {
      ({ id: second } = await editor.create('redirects', { from: '/follows-2', to: '/follows-3', status: '301' }))
    })
    expect(sorted(changes)).toEqual(sorted([
      changed(`redirects:${first.id}`, 'redirects:list', 'path:/follows-1'),
      changed(`redirects:${second}`, 'redirects:list', 'path:/follows-2'),
    ]))
  })

  it('are noted when the focal point or the file of a picture changes', async () => {
    const { id } = await uploadPicture(editor)
    const picked = [changed(`media:${id}`, 'media:list')]
    expect(await feed.of(() => editor.send('PATCH', `/api/media/${id}`, { body: { focalX: 10, focalY: 20 } }))).toEqual(picked)
    const file = await picture({ width: 200 })
    expect(await feed.of(() => editor.send('PATCH', `/api/media/${id}`, { file }))).toEqual(picked)
  })

  it('are not noted when nobody but staff sees them', async () => {
    expect(await feed.of(() => cms.as('writer', 'unseen'))).toEqual([])
  })
})

describe('what is global', () => {
  it.each<[keyof Globals, object]>([['site', { tagline: 'Noted' }], ['enquiry-section', { heading: 'Noted' }]])('is noted by its name: %s', async (slug, data) => {
    const save = () => editor.send('POST', `/api/globals/${slug}`, { body: data })
    expect(await feed.of(save)).toEqual([changed(slug)])
    expect(await feed.of(save)).toEqual([changed(slug)])
  })
})

describe('the import', () => {
  it('has numbered what it published when its process ends', async () => {
    const before = await feed.last()
    await writeFile(join(cms.dataDir, 'imported.md'), articleText(undefined, { slug: 'imported', category: 'Imported', authors: '[Imported]' }))
    const cli = fileURLToPath(new URL('../../src/content/cli.ts', import.meta.url))
    await promisify(execFile)(process.execPath, [cli, 'import', 'imported.md', '--publish'], { cwd: cms.dataDir, env: { ...process.env, ...cms.environment } })
    expect(await feed.unnumbered()).toBe(0)
    const tags = (await feed.after(before)).flatMap(({ tags }) => tags)
    expect(tags).toEqual(expect.arrayContaining(['path:/blog/imported', 'path:/blog/category/imported', 'path:/authors/imported']))
  })
})

function draft() {
  return editor.create('posts', article(basics, { publishedAt: DATE }), { draft: true })
}

function publish() {
  return editor.create('posts', article(basics, { publishedAt: DATE, _status: 'published' }))
}

function places(date: string): string[] {
  return [`posts:list@${date}`, `posts:list:category=${basics.category}@${date}`, `posts:list:authors=${basics.author}@${date}`]
}

function changed(...tags: string[]): Noted {
  return { kind: 'changed', tags: tags.sort() }
}

function gone(...tags: string[]): Noted {
  return { kind: 'gone', tags: tags.sort() }
}

/** In an order that does not depend on which came first. */
function sorted(changes: Noted[]): string[] {
  return changes.map(change => JSON.stringify(change)).sort()
}
