import type { Collections, Globals } from '@masthead/shared/types'
import type { CollectionSlug } from 'payload'
import type { ChangeDraft } from '../../src/changes/changeOf.ts'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { factsOf } from '../../src/collections/defineCollection.ts'
import { articleText } from '../import/articleText.ts'
import { startCms } from './harness/cms.ts'
import {
  article,
  card,
  cta,
  landingPage,
  linkTo,
  makeBasics,
  prose,
  richText,
  section,
  service,
  table,
  uploadPicture,
} from './harness/content.ts'
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
    expect(await feed.of(() => editor.publish('posts', id))).toEqual([
      changed(`posts:${id}`, `path:/blog/${slug}`, ...places(DATE)),
    ])
  })

  it('is noted when it is created and published at once', async () => {
    let post: Collections['posts']
    const changes = await feed.of(async () => post = await publish())
    expect(changes).toEqual([changed(`posts:${post!.id}`, `path:/blog/${post!.slug}`, ...places(DATE))])
  })

  it('is noted alone when its words change', async () => {
    const { id } = await publish()
    expect(await feed.of(() => editor.publish('posts', id, { sections: [prose('Other words.')] }))).toEqual([
      changed(`posts:${id}`),
    ])
    expect(await feed.of(() => editor.publish('posts', id))).toEqual([changed(`posts:${id}`)])
  })

  it('is gone when it is unpublished', async () => {
    const { id, slug } = await publish()
    expect(await feed.of(() => editor.unpublish('posts', id))).toEqual([
      gone(`posts:${id}`, `path:/blog/${slug}`, ...places(DATE)),
    ])
  })

  it('is gone when it is unpublished while a draft is pending', async () => {
    const { id, slug } = await publish()
    await editor.saveDraft('posts', id, { title: 'Pending', slug: 'pending-address', publishedAt: LATER })
    expect(await feed.of(() => editor.unpublish('posts', id))).toEqual([
      gone(`posts:${id}`, `path:/blog/${slug}`, ...places(DATE)),
    ])
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
    expect(await feed.of(() => editor.publish('posts', id, { category: category.id }))).toEqual([
      changed(
        `posts:${id}`,
        `posts:list:category=${basics.category}@${DATE}`,
        `posts:list:category=${category.id}@${DATE}`,
      ),
    ])
    expect(await feed.of(() => editor.publish('posts', id, { authors: [basics.author, author.id] }))).toEqual([
      changed(`posts:${id}`, `posts:list:authors=${author.id}@${DATE}`),
    ])
    expect(await feed.of(() => editor.publish('posts', id, { authors: [author.id, basics.author] }))).toEqual([
      changed(`posts:${id}`),
    ])
    const lists = ['', `:category=${category.id}`, `:authors=${author.id}`, `:authors=${basics.author}`]
    expect(await feed.of(() => editor.publish('posts', id, { publishedAt: LATER }))).toEqual([
      changed(`posts:${id}`, ...lists.flatMap(list => [DATE, LATER].map(date => `posts:list${list}@${date}`))),
    ])
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
    expect(await feed.of(() => editor.restoreVersion('posts', earlier!.id, { _status: 'published' }))).toEqual([
      changed(`posts:${id}`, ...places(DATE), ...places(LATER)),
    ])
  })

  it('is noted once each when many are changed, or deleted, at once', async () => {
    const posts = await Promise.all([publish(), publish(), publish()])
    const where = { id: { in: posts.map(({ id }) => id) } }
    const updates = await feed.of(() =>
      editor.send('PATCH', '/api/posts', {
        query: { where },
        body: { excerpt: 'The same of all.', _status: 'published' },
      }),
    )
    expect(sorted(updates)).toEqual(sorted(posts.map(({ id }) => changed(`posts:${id}`))))
    const deletions = await feed.of(() => editor.send('DELETE', '/api/posts', { query: { where } }))
    expect(sorted(deletions)).toEqual(
      sorted(posts.map(({ id, slug }) => gone(`posts:${id}`, `path:/blog/${slug}`, ...places(DATE)))),
    )
  })

  it('is noted when a duplicate is published, not when it is made', async () => {
    const { id } = await publish()
    let copy: Collections['posts']
    const duplicate = () =>
      editor.send<{ doc: Collections['posts'] }>('POST', `/api/posts/${id}/duplicate`, { query: { draft: true } })
    expect(await feed.of(async () => copy = (await duplicate()).body.doc)).toEqual([])
    const changes = await feed.of(async () => copy = await editor.publish('posts', copy.id, { publishedAt: DATE }))
    expect(changes).toEqual([changed(`posts:${copy!.id}`, `path:/blog/${copy!.slug}`, ...places(DATE))])
  })

  it('is not noted while it is a draft', async () => {
    expect(
      await feed.of(async () => {
        const { id } = await draft()
        await editor.saveDraft('posts', id, { title: 'Another title' })
        await editor.update('posts', id, { title: 'Autosaved' }, { draft: true, autosave: true })
        await editor.trash('posts', id)
        await editor.restore('posts', id)
        await editor.delete('posts', id)
      }),
    ).toEqual([])
  })

  it('is not noted when a draft is saved over what is published', async () => {
    const { id } = await publish()
    expect(
      await feed.of(async () => {
        await editor.update('posts', id, { title: 'Autosaved', slug: 'autosaved' }, { draft: true, autosave: true })
        await editor.update('posts', id, { title: 'Autosaved again' }, { draft: true, autosave: true })
        await editor.saveDraft('posts', id, { category: basics.category })
      }),
    ).toEqual([])
  })

  it('is not noted, or to no harm, when a change is refused', async () => {
    const { id } = await publish()
    const changes = await feed.of(async () => {
      expect((await editor.send('PATCH', `/api/posts/${id}`, { body: { sections: [], _status: 'published' } })).status)
        .toBe(400)
      expect(
        (await editor.send('PATCH', `/api/categories/${basics.category}`, {
          body: { deletedAt: new Date().toISOString() },
        })).status,
      ).toBe(409)
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
  const paths: Partial<Record<CollectionSlug, string>> = {
    services: '/services/a-service',
    pages: '/noted',
    categories: '/blog/category/noted',
    authors: '/authors/noted',
    redirects: '/noted-before',
  }

  it('are all those that readers see', () => {
    const seen = feed.payload.config.collections.filter(collection => factsOf(collection).readers).map(({ slug }) =>
      slug,
    )
    expect(['posts', ...Object.keys(made)].sort()).toEqual(seen.sort())
  })

  it.each(Object.keys(made) as (keyof Collections)[])(
    'of %s are noted when they come, change and go',
    async (collection) => {
      let id = ''
      const place = paths[collection] ? [`path:${paths[collection]}`] : []
      const create = await feed.of(async () => {
        ;({ id } = await made[collection]!())
      })
      const all = [`${collection}:${id}`, `${collection}:list`, ...place]
      expect(create).toEqual([changed(...all)])
      const hasDrafts = '_status' in await editor.get(collection, id)
      expect(await feed.of(() => editor.update(collection, id, hasDrafts ? { _status: 'published' } : {})))
        .toEqual([collection === 'redirects' ? changed(...all) : changed(`${collection}:${id}`, `${collection}:list`)])
      expect(await feed.of(() => editor.delete(collection, id))).toEqual([gone(...all)])
    },
  )

  it('are noted at the old and the new address when they move', async () => {
    const { id } = await editor.create('pages', landingPage({ _status: 'published', path: '/here' }))
    const [page] = (await feed.of(() => editor.publish('pages', id, { path: '/there' }))).filter(({ tags }) =>
      tags.includes(`pages:${id}`),
    )
    expect(page).toEqual(changed(`pages:${id}`, 'pages:list', 'path:/here', 'path:/there'))
    const redirect = await editor.create('redirects', { from: '/moved-1', to: '/blog', status: '301' })
    expect(await feed.of(() => editor.update('redirects', redirect.id, { from: '/moved-2' }))).toEqual([
      changed(`redirects:${redirect.id}`, 'redirects:list', 'path:/moved-1', 'path:/moved-2'),
    ])
  })

  it('are noted when they follow what they lead to', async () => {
    const first = await editor.create('redirects', { from: '/follows-1', to: '/follows-2', status: '301' })
    let second = ''
    const changes = await feed.of(async () => {
      ;({ id: second } = await editor.create('redirects', { from: '/follows-2', to: '/follows-3', status: '301' }))
    })
    expect(sorted(changes)).toEqual(sorted([
      changed(`redirects:${first.id}`, 'redirects:list', 'path:/follows-1'),
      changed(`redirects:${second}`, 'redirects:list', 'path:/follows-2'),
    ]))
  })

  it('are noted when the focal point or the file of a picture changes', async () => {
    const { id } = await uploadPicture(editor)
    const picked = [changed(`media:${id}`, 'media:list')]
    expect(await feed.of(() => editor.send('PATCH', `/api/media/${id}`, { body: { focalX: 10, focalY: 20 } }))).toEqual(
      picked,
    )
    const file = await picture({ width: 200 })
    expect(await feed.of(() => editor.send('PATCH', `/api/media/${id}`, { file }))).toEqual(picked)
  })

  it('are not noted when nobody but staff sees them', async () => {
    expect(await feed.of(() => cms.as('writer', 'unseen'))).toEqual([])
  })
})

describe('what is global', () => {
  it.each<[keyof Globals, object]>([['site', { tagline: 'Noted' }], ['enquiry-section', { heading: 'Noted' }]])(
    'is noted by its name: %s',
    async (slug, data) => {
      const save = () => editor.send('POST', `/api/globals/${slug}`, { body: data })
      expect(await feed.of(save)).toEqual([changed(slug)])
      expect(await feed.of(save)).toEqual([changed(slug)])
    },
  )
})

describe('the fields of a change', () => {
  it.each<[string, () => Promise<Partial<Collections['posts']>>]>([
    ['title', async () => ({ title: 'Another title' })],
    ['excerpt', async () => ({ excerpt: 'Another excerpt.' })],
    ['tags', async () => ({ tags: ['one', 'two'] })],
    ['readyForReview', async () => ({ readyForReview: true })],
    ['seo', async () => ({ seo: { description: 'For search results.' } })],
    ['seo', async () => ({ seo: { image: (await uploadPicture(editor)).id } })],
    ['sections', async () => ({ sections: [prose('Other words.')] })],
    [
      'sections',
      async () => ({
        sections: [
          prose('Words.'),
          section('faq', { questions: [{ question: 'Why?', answer: richText('Because.') }] }),
        ],
      }),
    ],
    ['category', async () => ({ category: (await editor.create('categories', { title: 'Of a field' })).id })],
    [
      'authors',
      async () => ({ authors: [basics.author, (await editor.create('authors', { name: 'Of a field' })).id] }),
    ],
    ['related', async () => ({ related: [(await publish()).id] })],
    ['hero', async () => ({ hero: (await uploadPicture(editor)).id })],
    ['publishedAt', async () => ({ publishedAt: LATER })],
  ])('are those of an article that differ: %s', async (field, parts) => {
    const { id } = await publish()
    const data = await parts()
    expect(await feed.fieldsOf(() => editor.publish('posts', id, data))).toEqual([[field, 'updatedAt'].sort()])
  })

  it('are those of other documents that differ', async () => {
    const shared = await editor.create('takeaway-cards', card({ points: [{ text: 'One' }], _status: 'published' }))
    expect(
      await feed.fieldsOf(() =>
        editor.publish('takeaway-cards', shared.id, { points: [{ text: 'One' }, { text: 'Two' }] }),
      ),
    ).toEqual([['points', 'updatedAt']])
    expect(
      await feed.fieldsOf(() =>
        editor.publish('takeaway-cards', shared.id, { stats: [{ value: '10×', label: 'More' }] }),
      ),
    ).toEqual([['stats', 'updatedAt']])
    const compared = await editor.create('comparison-tables', table({ _status: 'published' }))
    expect(
      await feed.fieldsOf(() =>
        editor.publish('comparison-tables', compared.id, {
          rows: [{ criterion: 'Cost', cells: { one: { mark: 'no' }, two: { mark: 'text', text: 'Low' } } }],
        }),
      ),
    ).toEqual([['rows', 'updatedAt']])
    const invitation = await editor.create('ctas', cta({ _status: 'published' }))
    expect(
      await feed.fieldsOf(() =>
        editor.publish('ctas', invitation.id, { placements: ['banner'], link: { label: 'Go on', url: '/blog' } }),
      ),
    ).toEqual([['link', 'placements', 'updatedAt']])
    const page = await editor.create('pages', landingPage({ _status: 'published', path: '/with-fields' }))
    expect(await feed.fieldsOf(() => editor.publish('pages', page.id, { seo: { title: 'For search results' } })))
      .toEqual([['seo', 'updatedAt']])
    const author = await editor.create('authors', { name: 'With fields' })
    expect(await feed.fieldsOf(() => editor.update('authors', author.id, { bio: 'Writes.' }))).toEqual([[
      'bio',
      'updatedAt',
    ]])
    const image = await uploadPicture(editor)
    // From its first save on, a picture has the address of its thumbnail in the database.
    await editor.update('media', image.id, {})
    expect(await feed.fieldsOf(() => editor.update('media', image.id, { credit: 'Somebody' }))).toEqual([[
      'credit',
      'updatedAt',
    ]])
    const file = await picture({ width: 200 })
    expect((await feed.fieldsOf(() => editor.send('PATCH', `/api/media/${image.id}`, { file })))[0]).toEqual(
      expect.arrayContaining(['hash', 'sizes', 'updatedAt', 'width']),
    )
    const redirect = await editor.create('redirects', { from: '/with-fields-before', to: '/blog', status: '301' })
    expect(await feed.fieldsOf(() => editor.update('redirects', redirect.id, { status: '302' }))).toEqual([[
      'status',
      'updatedAt',
    ]])
  })

  it('are those of a global that differ', async () => {
    const save = (slug: keyof Globals, body: object) =>
      feed.fieldsOf(() => editor.send('POST', `/api/globals/${slug}`, { body }))
    await save('enquiry-section', { heading: 'Ask' })
    expect(await save('enquiry-section', { thanks: 'Thanks.' })).toEqual([['thanks', 'updatedAt']])
    expect(await save('enquiry-section', { badges: [{ label: 'No obligation' }] })).toEqual([['badges', 'updatedAt']])
    expect(await save('enquiry-section', { badges: [{ label: 'No obligation' }] })).toEqual([['updatedAt']])
    await save('site', { tagline: 'One' })
    expect(await save('site', { navigation: [{ label: 'Journal', url: '/blog' }] })).toEqual([[
      'navigation',
      'updatedAt',
    ]])
    expect(
      await save('site', {
        navigation: [{ label: 'Journal', document: { relationTo: 'categories', value: basics.category } }],
      }),
    ).toEqual([['navigation', 'updatedAt']])
  })

  it('are its date alone where the same is saved again, with other row ids, other spellings of a date and other ways to say nothing', async () => {
    const image = await uploadPicture(editor)
    const linked = await publish()
    const sections = [
      prose('Words ', linkTo(linked.id)),
      section('faq', {
        questions: [{ question: 'Why?', answer: richText('Because.') }, { question: 'How?', answer: richText('So.') }],
      }),
      section('picture', { image: image.id }),
    ]
    const content = { sections, tags: ['one', 'two'], related: [linked.id], hero: image.id, publishedAt: DATE }
    const { id } = await editor.create(
      'posts',
      article(basics, { ...content, seo: { title: 'For search' }, _status: 'published' }),
    )
    expect(await feed.fieldsOf(() => editor.publish('posts', id))).toEqual([['updatedAt']])
    const before = await editor.get('posts', id)
    expect(await feed.fieldsOf(() => editor.publish('posts', id, content))).toEqual([['updatedAt']])
    // That it was tried at all.
    expect((await editor.get('posts', id)).sections[1]!.id).not.toBe(before.sections[1]!.id)
    const again = {
      publishedAt: '2026-05-03T12:00:00+02:00',
      seo: { title: 'For search', description: null, image: null },
    }
    expect(await feed.fieldsOf(() => editor.publish('posts', id, again))).toEqual([['updatedAt']])
  })

  it('are all that a draft changed, once it is published', async () => {
    const { id } = await publish()
    await editor.saveDraft('posts', id, { title: 'Pending' })
    await editor.saveDraft('posts', id, { tags: ['pending'] })
    expect(await feed.fieldsOf(() => editor.publish('posts', id, { excerpt: 'Published.' }))).toEqual([[
      'excerpt',
      'tags',
      'title',
      'updatedAt',
    ]])
  })

  it('are left out where readers see a document come or go', async () => {
    let id = ''
    expect(await feed.fieldsOf(async () => ({ id } = await publish()))).toEqual([undefined])
    expect(await feed.fieldsOf(() => editor.unpublish('posts', id))).toEqual([undefined])
    expect(await feed.fieldsOf(() => editor.publish('posts', id))).toEqual([undefined])
    expect(await feed.fieldsOf(() => editor.trash('posts', id))).toEqual([undefined])
    expect(await feed.fieldsOf(() => editor.restore('posts', id, { _status: 'published' }))).toEqual([undefined])
    expect(await feed.fieldsOf(() => editor.delete('posts', id))).toEqual([undefined])
  })

  it('are those of each where many are changed at once', async () => {
    const posts = await Promise.all([publish(), publish()])
    const update = () =>
      editor.send('PATCH', '/api/posts', {
        query: { where: { id: { in: posts.map(({ id }) => id) } } },
        body: { tags: ['many'], _status: 'published' },
      })
    expect(await feed.fieldsOf(update)).toEqual([['tags', 'updatedAt'], ['tags', 'updatedAt']])
  })

  it('name what two changed at once, or are left out', async () => {
    const { id } = await publish()
    const before = await feed.last()
    const edits = [{ title: 'At once' }, { excerpt: 'At once.' }, { tags: ['at-once'] }, { seo: { title: 'At once' } }]
    await Promise.all(
      edits.map(edit => editor.send('PATCH', `/api/posts/${id}`, { body: { ...edit, _status: 'published' } })),
    )
    await feed.settled()
    const now = await editor.get('posts', id, { depth: 0 })
    const named = (await feed.after(before)).map(({ fields }) => fields)
    for (const field of edits.flatMap(edit => Object.keys(edit)) as (keyof typeof now)[]) {
      if (JSON.stringify(now[field])?.toLowerCase().includes('at'))
        expect(named.some(fields => !fields || fields.includes(field)), field).toBe(true)
    }
  })
})

// The second change waits for the first one to end. Without transactions, it cannot tell whether the number of the
// first came before it began.
describe('two changes at once', () => {
  const mayNameNone = inject('mongodb') !== null

  it('of a document name their fields, because one waits for the other', async () => {
    const { id } = await publish()
    const { updateOne } = feed.payload.db
    const named = await feed.fieldsOf(async () => {
      const hold = new Hold()
      feed.payload.db.updateOne = async (args) => {
        if (args.collection === 'posts')
          await hold.reached()
        return updateOne.call(feed.payload.db, args)
      }
      const first = feed.payload.update({ collection: 'posts', id, data: { title: 'First', _status: 'published' } })
      await hold.isReached
      const second = editor.publish('posts', id, { excerpt: 'Second.' })
      hold.end()
      await Promise.all([first, second])
    }).finally(() => feed.payload.db.updateOne = updateOne)
    expectNamed(named, ['title', 'updatedAt'], ['excerpt', 'updatedAt'])
  })

  it('of a global name their fields, because one waits for the other', async () => {
    await editor.send('POST', '/api/globals/site', { body: { tagline: 'Before' } })
    const { updateGlobal } = feed.payload.db
    const named = await feed.fieldsOf(async () => {
      const hold = new Hold()
      feed.payload.db.updateGlobal = (async (args: Parameters<typeof updateGlobal>[0]) => {
        await hold.reached()
        return updateGlobal.call(feed.payload.db, args)
      }) as typeof updateGlobal
      const first = feed.payload.updateGlobal({ slug: 'site', data: { tagline: 'First' } })
      await hold.isReached
      const second = editor.send('POST', '/api/globals/site', { body: { footer: 'Second.' } })
      hold.end()
      await Promise.all([first, second])
    }).finally(() => feed.payload.db.updateGlobal = updateGlobal)
    expectNamed(named, ['tagline', 'updatedAt'], ['footer', 'updatedAt'])
  })

  function expectNamed([first, second]: (string[] | undefined)[], ...fields: [string[], string[]]): void {
    expect(first).toEqual(fields[0])
    if (second !== undefined || !mayNameNone)
      expect(second).toEqual(fields[1])
  }
})

/** Where a change of this process stops, until another has been made. */
class Hold {
  readonly #reached = Promise.withResolvers<void>()
  readonly #ended = Promise.withResolvers<void>()

  get isReached(): Promise<void> {
    return this.#reached.promise
  }

  async reached(): Promise<void> {
    this.#reached.resolve()
    await this.#ended.promise
  }

  end(): void {
    this.#ended.resolve()
  }
}

describe('the import', () => {
  it('has numbered what it published when its process ends', async () => {
    const before = await feed.last()
    await writeFile(
      join(cms.dataDir, 'imported.md'),
      articleText(undefined, { slug: 'imported', category: 'Imported', authors: '[Imported]' }),
    )
    const cli = fileURLToPath(new URL('../../src/import/cli.ts', import.meta.url))
    await promisify(execFile)(process.execPath, [cli, 'import', 'imported.md', '--publish'], {
      cwd: cms.dataDir,
      env: { ...process.env, ...cms.environment },
    })
    expect(await feed.unnumbered()).toBe(0)
    const tags = (await feed.after(before)).flatMap(({ tags }) => tags)
    expect(tags).toEqual(
      expect.arrayContaining(['path:/blog/imported', 'path:/blog/category/imported', 'path:/authors/imported']),
    )
    const imported = await feed.last()
    await writeFile(
      join(cms.dataDir, 'imported.md'),
      articleText(undefined, {
        slug: 'imported',
        category: 'Imported',
        authors: '[Imported]',
        excerpt: 'Said otherwise.',
      }),
    )
    await promisify(execFile)(process.execPath, [cli, 'import', 'imported.md', '--publish'], {
      cwd: cms.dataDir,
      env: { ...process.env, ...cms.environment },
    })
    expect((await feed.after(imported)).map(({ fields }) => fields && [...fields].sort())).toEqual([[
      'excerpt',
      'updatedAt',
    ]])
  })
})

function draft() {
  return editor.create('posts', article(basics, { publishedAt: DATE }), { draft: true })
}

function publish() {
  return editor.create('posts', article(basics, { publishedAt: DATE, _status: 'published' }))
}

function places(date: string): string[] {
  return [
    `posts:list@${date}`,
    `posts:list:category=${basics.category}@${date}`,
    `posts:list:authors=${basics.author}@${date}`,
  ]
}

function changed(...tags: string[]): ChangeDraft {
  return { kind: 'changed', tags: tags.sort() }
}

function gone(...tags: string[]): ChangeDraft {
  return { kind: 'gone', tags: tags.sort() }
}

/** In an order that does not depend on which came first. */
function sorted(changes: ChangeDraft[]): string[] {
  return changes.map(change => JSON.stringify(change)).sort()
}
