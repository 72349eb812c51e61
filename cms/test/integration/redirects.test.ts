import type { Redirect } from '@masthead/shared/payload-types'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, makeBasics } from './harness/content.ts'
import { problems } from './harness/Session.ts'

let cms: Cms
let basics: Basics
let editor: Session
let marketer: Session

beforeAll(async () => {
  cms = await startCms({ SITE_URL: 'https://example.org' })
  editor = await cms.as('editor')
  marketer = await cms.as('marketer')
  basics = await makeBasics(editor)
})

beforeEach(async () => {
  await editor.send('DELETE', '/api/redirects', { query: { where: { from: { exists: true } } } })
  expect(await all()).toEqual([])
})

afterAll(() => cms.stop())

describe('a redirect', () => {
  it('is kept in one form, as moved for good unless it says otherwise', async () => {
    const { id } = await lead('https://old.example/caf%c3%a9/menu/?a=b#c', 'https://example.org/drinks/?all#hot')
    expect(await marketer.get('redirects', id)).toMatchObject({
      from: '/caf%C3%A9/menu',
      to: '/drinks?all#hot',
      status: '301',
      automatic: false,
    })
  })

  it.each([
    ['/a', '/a/', 'to: “/a” would lead to itself. Lead it elsewhere.'],
    ['/a', '', 'to: The target is missing. Give an address, or the status 410 if nothing replaces the page.'],
    [
      '/a',
      'javascript:alert(1)',
      'to: “javascript:alert(1)” is no target for a redirect. Write a path of this site, such as /about, or a whole web address, https://….',
    ],
    [
      '/a',
      '//evil.example',
      'to: “//evil.example” is no target for a redirect. Write a path of this site, such as /about, or a whole web address, https://….',
    ],
    ['', '/b', 'from: The old address is missing. Write a path of this site, such as /old-page.'],
    ['/%', '/b', 'from: “/%” is no address of this site. Write a path, such as /old-page.'],
    ['/', '/b', 'from: “/” always belongs to the site itself. Redirect another address.'],
    ['/blog/page/2', '/b', 'from: “/blog/page/2” always belongs to the site itself. Redirect another address.'],
  ])('from %j to %j is refused: %s', async (from, to, message) => {
    const answer = await tryTo(from, to)
    expect(answer.status).toBe(400)
    expect(problems(answer)).toContain(message)
  })

  it('is the only one from its address', async () => {
    await lead('/a', '/b')
    expect(problems(await tryTo('/a/', '/c'))).toContain(
      '“/a” is redirected already, to “/b”. Change that redirect instead.',
    )
  })

  it('of what is gone leads nowhere, whatever the form still holds', async () => {
    const { id } = await marketer.create('redirects', { from: '/gone', to: '/b', status: '410' })
    expect((await marketer.get('redirects', id)).to ?? null).toBeNull()
    expect(problems(await marketer.send('PATCH', `/api/redirects/${id}`, { body: { status: '301' } }))).toContain(
      'The target is missing.',
    )
  })

  it('is known to everybody, but for the note', async () => {
    const { id } = await marketer.create('redirects', { from: '/a', to: '/b', note: 'For the fair' })
    const seen = await cms.stranger.get('redirects', id)
    expect(seen).toMatchObject({ from: '/a', to: '/b', status: '301' })
    expect(seen).not.toHaveProperty('note')
  })

  it('cannot say of itself that it was made by the CMS', async () => {
    expect((await marketer.create('redirects', { from: '/a', to: '/b', automatic: true })).automatic).toBe(false)
  })
})

describe('a chain', () => {
  it('is cut short when it is made from its end', async () => {
    await lead('/b', '/c')
    await lead('/a', '/b?x=1')
    expect(await all()).toEqual(['/a 301 /c?x=1', '/b 301 /c'])
  })

  it('is cut short when it is made from its beginning', async () => {
    await lead('/a', '/b?x=1#y')
    await lead('/b', '/c')
    await lead('/c', 'https://other.example/')
    expect(await all()).toEqual([
      '/a 301 https://other.example/#y',
      '/b 301 https://other.example/',
      '/c 301 https://other.example/',
    ])
  })

  it('stays where it goes on only for now', async () => {
    await lead('/a', '/b')
    await lead('/b', '/c', '302')
    expect(await all()).toEqual(['/a 301 /b', '/b 302 /c'])
  })

  it('that closes is refused with all its addresses', async () => {
    await lead('/a', '/b')
    await lead('/b', '/c', '302')
    await lead('/c', '/d', '307')
    expect(problems(await tryTo('/d', '/a'))).toContain('That would lead in a circle: /d → /a → /b → /c → /d.')
    const { docs: [first] } = await editor.find('redirects', { where: { from: { equals: '/a' } } })
    expect(problems(await marketer.send('PATCH', `/api/redirects/${first!.id}`, { body: { to: '/a' } }))).toContain(
      '“/a” would lead to itself.',
    )
  })
})

describe('a page and a redirect', () => {
  it('are never at one address: the redirect is refused', async () => {
    const { title, slug } = await published('A living page')
    expect(problems(await tryTo(`/blog/${slug}`, '/b'))).toContain(`“/blog/${slug}” is the page of the post “${title}”`)
    const category = await editor.create('categories', { title: 'A living category' })
    expect(problems(await tryTo(`/blog/category/${category.slug}/`, '/b'))).toContain(
      'is the page of the category “A living category”',
    )
    expect(problems(await tryTo(`/authors/ada-writer`, '/b'))).toContain('is the page of the author “Ada Writer”')
  })

  it('may be at one address while the page is a draft or in the trash', async () => {
    const draft = await editor.create('posts', article(basics, { title: 'Not yet a page' }), { draft: true })
    await lead(`/blog/${draft.slug}`, '/b')
    const thrown = await published('No longer a page')
    await editor.trash('posts', thrown.id)
    await lead(`/blog/${thrown.slug}`, '/b')
    expect(await all()).toHaveLength(2)
  })

  it('are never at one address: what would be published there is refused, and stays as it was', async () => {
    const draft = await editor.create('posts', article(basics, { title: 'Held' }), { draft: true })
    await lead('/blog/held', '/b')
    const answer = await editor.send('PATCH', `/api/posts/${draft.id}`, { body: { _status: 'published' } })
    expect([answer.status, problems(answer)]).toEqual([
      400,
      expect.stringContaining(
        'slug: “/blog/held” is redirected to “/b”. Delete that redirect first, or choose another address.',
      ),
    ])
    expect((await cms.stranger.send('GET', `/api/posts/${draft.id}`)).status).toBe(404)
    // Drafts go on.
    await editor.saveDraft('posts', draft.id, { excerpt: 'Another.' })
    const { docs: [redirect] } = await editor.find('redirects')
    await editor.delete('redirects', redirect!.id)
    await editor.publish('posts', draft.id)
  })

  it('are never at one address when a page comes back from the trash', async () => {
    const { id, slug } = await published('Back from the trash')
    await editor.trash('posts', id)
    await lead(`/blog/${slug}`, '/b')
    const answer = await editor.send('PATCH', `/api/posts/${id}`, {
      query: { trash: true },
      body: { deletedAt: null, _status: 'published' },
    })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining('is redirected to “/b”')])
  })
})

describe('the address of a published document', () => {
  it('leads to the new one when it changes, however it is changed', async () => {
    const { id } = await published('First address')
    await editor.publish('posts', id, { slug: 'second-address' })
    expect(await all()).toEqual(['/blog/first-address 301 /blog/second-address automatic'])
    await editor.saveDraft('posts', id, { slug: 'third-address' })
    expect(await all()).toEqual(['/blog/first-address 301 /blog/second-address automatic'])
    await editor.publish('posts', id)
    expect(await all()).toEqual([
      '/blog/first-address 301 /blog/third-address automatic',
      '/blog/second-address 301 /blog/third-address automatic',
    ])
  })

  it('leads nowhere while only drafts of it change', async () => {
    const draft = await editor.create('posts', article(basics, { title: 'Only a draft' }), { draft: true })
    await editor.saveDraft('posts', draft.id, { slug: 'only-a-draft-2' })
    await editor.publish('posts', draft.id, { slug: 'only-a-draft-3' })
    await editor.saveDraft('posts', draft.id, { slug: 'only-a-draft-4' })
    expect(await all()).toEqual([])
  })

  it('is no longer redirected when the document returns to it', async () => {
    const { id } = await published('There')
    await editor.publish('posts', id, { slug: 'and' })
    await editor.publish('posts', id, { slug: 'there' })
    expect(await all()).toEqual(['/blog/and 301 /blog/there automatic'])
    await editor.publish('posts', id, { slug: 'and' })
    expect(await all()).toEqual(['/blog/there 301 /blog/and automatic'])
  })

  it('is no longer redirected when another is published there', async () => {
    const { id } = await published('Wanted')
    await editor.publish('posts', id, { slug: 'given-up' })
    await editor.create('posts', article(basics, { title: 'Another', slug: 'wanted', _status: 'published' }))
    expect(await all()).toEqual([])
  })

  it('may be swapped with that of another', async () => {
    const one = await published('One')
    const two = await published('Two')
    await editor.publish('posts', one.id, { slug: 'for-a-moment' })
    await editor.publish('posts', two.id, { slug: 'one' })
    await editor.publish('posts', one.id, { slug: 'two' })
    expect(await all()).toEqual(['/blog/for-a-moment 301 /blog/two automatic'])
    const posts = await cms.stranger.find('posts', { where: { id: { in: [one.id, two.id] } }, sort: 'slug' })
    expect(posts.docs.map(({ title, slug }) => [title, slug])).toEqual([['Two', 'one'], ['One', 'two']])
  })

  it('takes along those that were led to it by hand', async () => {
    const { id } = await published('Target')
    await lead('/campaign', '/blog/target?from=fair')
    await editor.publish('posts', id, { slug: 'moved-target' })
    expect(await all()).toEqual([
      '/blog/target 301 /blog/moved-target automatic',
      '/campaign 301 /blog/moved-target?from=fair',
    ])
  })

  it('leads nowhere when the document is withdrawn, back elsewhere, or deleted', async () => {
    const { id } = await published('Withdrawn')
    await editor.unpublish('posts', id)
    await editor.publish('posts', id, { slug: 'withdrawn-and-back' })
    await editor.trash('posts', id)
    await editor.delete('posts', id)
    expect(await all()).toEqual([])
  })

  it('is that of a page, a service, a category or an author too', async () => {
    const words = { sections: article(basics).sections } as object
    const page = await marketer.create('pages', { title: 'About', path: '/about', ...words, _status: 'published' })
    const service = await marketer.create('services', {
      title: 'Audits',
      summary: 'What we find.',
      ...words,
      _status: 'published',
    })
    const category = await editor.create('categories', { title: 'Storage' })
    const author = await editor.create('authors', { name: 'Ida Ringdal' })
    await marketer.publish('pages', page.id, { path: '/about/us' })
    await marketer.publish('services', service.id, { slug: 'reviews' })
    await editor.update('categories', category.id, { slug: 'disks' })
    await editor.update('authors', author.id, { slug: 'ringdal' })
    expect(await all()).toEqual([
      '/about 301 /about/us automatic',
      '/authors/ida-ringdal 301 /authors/ringdal automatic',
      '/blog/category/storage 301 /blog/category/disks automatic',
      '/services/audits 301 /services/reviews automatic',
    ])
  })

  it('leads on although the answer was to leave the address out', async () => {
    const { id } = await published('Seldom asked')
    await editor.publish('posts', id, {})
    await editor.send('PATCH', `/api/posts/${id}`, {
      query: { select: { title: true } },
      body: { slug: 'never-asked', _status: 'published' },
    })
    expect(await all()).toEqual(['/blog/seldom-asked 301 /blog/never-asked automatic'])
  })

  it('leads on when an earlier version is published again, not when it is only drafted', async () => {
    const { id } = await published('Version one')
    await editor.publish('posts', id, { slug: 'version-two' })
    const first = (await editor.versions('posts', id)).find(({ version }) => version.slug === 'version-one')!
    await editor.restoreVersion('posts', first.id)
    expect(await all()).toEqual(['/blog/version-one 301 /blog/version-two automatic'])
    await editor.restoreVersion('posts', first.id, { _status: 'published' })
    expect(await all()).toEqual(['/blog/version-two 301 /blog/version-one automatic'])
  })

  it('becomes a redirect by hand once somebody leads it elsewhere', async () => {
    const { id } = await published('Made mine')
    await editor.publish('posts', id, { slug: 'made-mine-2' })
    const { docs: [redirect] } = await editor.find('redirects')
    expect((await marketer.update('redirects', redirect!.id, { note: 'Seen' })).automatic).toBe(true)
    expect((await marketer.update('redirects', redirect!.id, { to: '/elsewhere' })).automatic).toBe(false)
  })

  it('leads on for many that change at once', async () => {
    const posts = []
    for (const number of [1, 2, 3, 4, 5])
      posts.push(await published(`Many ${number}`))
    await Promise.all(posts.map(({ id, slug }) => editor.publish('posts', id, { slug: `${slug}-moved` })))
    expect(await all()).toEqual(posts.map(({ slug }) => `/blog/${slug} 301 /blog/${slug}-moved automatic`))
  })
})

function lead(from: string, to: string, status: Redirect['status'] = '301'): Promise<Redirect> {
  return marketer.create('redirects', { from, to, status })
}

function tryTo(from: string, to: string) {
  return marketer.send('POST', '/api/redirects', { body: { from, to } })
}

function published(title: string) {
  return editor.create('posts', article(basics, { title, _status: 'published' }))
}

async function all(): Promise<string[]> {
  const { docs } = await cms.stranger.find('redirects', { sort: 'from', pagination: false })
  return docs.map(({ from, status, to, automatic }) =>
    [from, status, to, automatic ? 'automatic' : ''].filter(Boolean).join(' '),
  )
}
