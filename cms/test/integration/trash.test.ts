import type { Collections, CollectionSlug } from '@masthead/shared/types'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import {
  article,
  card,
  landingPage,
  linkTo,
  makeBasics,
  prose,
  richText,
  section,
  table,
  uploadPicture,
} from './harness/content.ts'
import { problems } from './harness/Session.ts'

let cms: Cms
let basics: Basics
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
})
afterAll(() => cms.stop())

describe('the trash', () => {
  it('keeps what is thrown away from readers, and from lists', async () => {
    const { id } = await publish('Thrown away')
    await editor.trash('posts', id)
    expect((await cms.stranger.send('GET', `/api/posts/${id}`)).status).toBe(404)
    expect((await cms.stranger.send('GET', `/api/posts/${id}`, { query: { trash: true } })).status).toBe(404)
    expect(await editor.count('posts', { where: { id: { equals: id } } })).toBe(0)
    expect(await editor.count('posts', { trash: true, where: { id: { equals: id } } })).toBe(1)
  })

  it('gives a published article back as it was', async () => {
    const { id } = await publish('Back again')
    const { updatedAt: _, ...before } = await cms.stranger.get('posts', id)
    await editor.trash('posts', id)
    await editor.restore('posts', id, { _status: 'published' })
    expect(await cms.stranger.get('posts', id)).toMatchObject({ ...before, deletedAt: null })
  })

  it('gives a draft back as a draft', async () => {
    const { id } = await editor.create('posts', { title: 'Half a draft' }, { draft: true })
    await editor.trash('posts', id)
    await editor.restore('posts', id)
    expect(await editor.get('posts', id, { draft: true })).toMatchObject({ title: 'Half a draft', _status: 'draft' })
    expect((await cms.stranger.send('GET', `/api/posts/${id}`)).status).toBe(404)
  })

  it('takes the whole document, also by a request for a draft', async () => {
    const { id } = await publish('Taken whole')
    await editor.saveDraft('posts', id, { title: 'Pending' })
    const answer = await editor.send('PATCH', `/api/posts/${id}`, {
      query: { draft: true },
      body: { deletedAt: new Date().toISOString() },
    })
    expect(answer.status).toBe(200)
    expect((await cms.stranger.send('GET', `/api/posts/${id}`)).status).toBe(404)
    for (const draft of [true, false]) {
      expect((await editor.find('posts', { draft, where: { id: { equals: id } } })).totalDocs).toBe(0)
      expect(
        (await editor.find('posts', { draft, trash: true, where: { id: { equals: id }, deletedAt: { exists: true } } }))
          .totalDocs,
      ).toBe(1)
    }
  })

  it('takes no change along in a request for a draft, and gives nothing back by one', async () => {
    const { id } = await publish('Not half')
    const both = await editor.send('PATCH', `/api/posts/${id}`, {
      query: { draft: true },
      body: { title: 'Changed', deletedAt: new Date().toISOString() },
    })
    expect([both.status, problems(both)]).toEqual([400, expect.stringContaining('in a request of its own')])
    await editor.trash('posts', id)
    const back = await editor.send('PATCH', `/api/posts/${id}`, {
      query: { draft: true, trash: true },
      body: { deletedAt: null },
    })
    expect([back.status, problems(back)]).toEqual([400, expect.stringContaining('It is in the trash')])
  })

  it('gives a published article back only to a request that says as what', async () => {
    const { id } = await publish('As what')
    await editor.trash('posts', id)
    const answer = await editor.send('PATCH', `/api/posts/${id}`, { query: { trash: true }, body: { deletedAt: null } })
    expect([answer.status, problems(answer)]).toEqual([409, expect.stringContaining('"_status"')])
    expect((await editor.restore('posts', id, { _status: 'draft' }))._status).toBe('draft')
    expect((await cms.stranger.send('GET', `/api/posts/${id}`)).status).toBe(404)
  })

  it('can be emptied, after which nothing is left, versions neither', async () => {
    const { id } = await publish('Gone')
    await editor.trash('posts', id)
    await editor.delete('posts', id)
    expect((await editor.send('GET', `/api/posts/${id}`, { query: { trash: true } })).status).toBe(404)
    expect(await editor.versions('posts', id)).toEqual([])
  })
})

describe('what another document uses', () => {
  interface Use {
    collection: CollectionSlug
    make: () => Promise<{ id: string }>
    /** How an article uses it. */
    use: (id: string) => Partial<Collections['posts']>
  }

  const uses: Record<string, Use> = {
    'a card in a spotlight': {
      collection: 'takeaway-cards',
      make: () => editor.create('takeaway-cards', card({ _status: 'published' })),
      use: id => ({ sections: [section('spotlight', { cards: [id] })] }),
    },
    'a card in the takeaways': {
      collection: 'takeaway-cards',
      make: () => editor.create('takeaway-cards', card({ _status: 'published' })),
      use: id => ({ sections: [prose('First.'), section('takeaways', { cards: [id] })] }),
    },
    'a table': {
      collection: 'comparison-tables',
      make: () => editor.create('comparison-tables', table({ _status: 'published' })),
      use: id => ({ sections: [section('comparison', { table: id })] }),
    },
    'an article that is linked to': {
      collection: 'posts',
      make: () => publish('Linked'),
      use: id => ({ sections: [prose('See ', linkTo(id))] }),
    },
    'an article that an answer links to': {
      collection: 'posts',
      make: () => publish('Linked'),
      use: id => ({
        sections: [section('faq', { questions: [{ question: 'Where?', answer: richText(linkTo(id)) }] })],
      }),
    },
    'an article to read next': { collection: 'posts', make: () => publish('Next'), use: id => ({ related: [id] }) },
    'a category': {
      collection: 'categories',
      make: () => editor.create('categories', { title: 'Used' }),
      use: id => ({ category: id }),
    },
    'an author': {
      collection: 'authors',
      make: () => editor.create('authors', { name: 'Used' }),
      use: id => ({ authors: [basics.author, id] }),
    },
    'the picture of an article': { collection: 'media', make: () => uploadPicture(editor), use: id => ({ hero: id }) },
    'a picture for sharing': {
      collection: 'media',
      make: () => uploadPicture(editor),
      use: id => ({ seo: { image: id } }),
    },
    'a picture in a section': {
      collection: 'media',
      make: () => uploadPicture(editor),
      use: id => ({ sections: [section('picture', { image: id })] }),
    },
  }

  it.each(Object.entries(uses))('is not thrown away: %s', async (_, { collection, make, use }) => {
    const { id } = await make()
    const post = await publish('The user', use(id))
    await expectRefusal(collection, id, 'the post “The user”')
    await editor.publish('posts', post.id, {
      sections: [prose('Without.')],
      related: [],
      hero: null,
      seo: { image: null },
      category: basics.category,
      authors: [basics.author],
    })
    await editor.trash(collection, id)
    await editor.delete(collection, id)
  })

  it('is not thrown away while a draft that nobody has published uses it', async () => {
    const { id } = await editor.create('takeaway-cards', card(), { draft: true })
    await editor.create(
      'posts',
      article(basics, { title: 'Only a draft', sections: [section('spotlight', { cards: [id] })] }),
      { draft: true },
    )
    await expectRefusal('takeaway-cards', id, 'the post “Only a draft” (draft)')
  })

  it('is not thrown away while a change that is pending uses it', async () => {
    const { id } = await editor.create('takeaway-cards', card({ _status: 'published' }))
    const post = await publish('Without it yet')
    await editor.saveDraft('posts', post.id, { sections: [section('spotlight', { cards: [id] })] })
    await expectRefusal('takeaway-cards', id, 'the post “Without it yet” (draft)')
  })

  it('is not thrown away while readers see it, though a change would take it out', async () => {
    const { id } = await editor.create('takeaway-cards', card({ _status: 'published' }))
    const post = await publish('Still with it', { sections: [section('spotlight', { cards: [id] })] })
    await editor.saveDraft('posts', post.id, { sections: [prose('Without.')] })
    await expectRefusal('takeaway-cards', id, 'Still with it')
  })

  it('is not thrown away while it is the photo of an author', async () => {
    const { id } = await uploadPicture(editor)
    const author = await editor.create('authors', { name: 'Photographed', photo: id })
    await expectRefusal('media', id, 'the author “Photographed”')
    await editor.update('authors', author.id, { photo: null })
    await editor.trash('media', id)
  })

  it('may go to the trash when its user is there, but not for good: the user may come back', async () => {
    const { id } = await editor.create('takeaway-cards', card({ _status: 'published' }))
    const post = await publish('In the trash', { sections: [section('spotlight', { cards: [id] })] })
    await editor.trash('posts', post.id)
    await editor.trash('takeaway-cards', id)
    const answer = await editor.send('DELETE', `/api/takeaway-cards/${id}`, { query: { trash: true } })
    expect([answer.status, problems(answer)]).toEqual([
      409,
      'It is used by the post “In the trash” (in the trash). Take it out there first.',
    ])
  })

  it('is not thrown away among many either', async () => {
    const { id } = await editor.create('takeaway-cards', card({ _status: 'published' }))
    await publish('Bulk', { sections: [section('spotlight', { cards: [id] })] })
    const where = { id: { in: [id] } }
    await editor.send('PATCH', '/api/takeaway-cards', {
      query: { where },
      body: { deletedAt: new Date().toISOString() },
    })
    await editor.send('DELETE', '/api/takeaway-cards', { query: { where } })
    expect(await cms.stranger.count('takeaway-cards', { where })).toBe(1)
  })

  async function expectRefusal(collection: CollectionSlug, id: string, by: string) {
    for (const [method, body] of [['PATCH', { deletedAt: new Date().toISOString() }], ['DELETE', undefined]] as const) {
      const answer = await editor.send(method, `/api/${collection}/${id}`, { body })
      expect([answer.status, problems(answer)]).toEqual([409, expect.stringContaining(by)])
    }
    expect((await editor.send('GET', `/api/${collection}/${id}`, { query: { draft: true } })).status).toBe(200)
  }
})

describe('a duplicate', () => {
  it('of an article is a draft with an address of its own', async () => {
    const { id } = await publish('The original')
    const { body: { doc } } = await editor.send<{ doc: Collections['posts'] }>('POST', `/api/posts/${id}/duplicate`, {
      query: { draft: true },
    })
    expect(doc).toMatchObject({ _status: 'draft', sections: [{ blockType: 'prose' }] })
    expect(doc.id).not.toBe(id)
    expect(doc.slug).not.toBe('the-original')
    expect((await cms.stranger.get('posts', id)).slug).toBe('the-original')
  })

  it.each(['posts', 'pages', 'takeaway-cards', 'categories'] as const)(
    'of %s has an address of its own, however many there are',
    async (collection) => {
      const contents = {
        'posts': article(basics, { title: 'Twice', _status: 'published' }),
        'pages': landingPage({ path: '/twice', _status: 'published' }),
        'takeaway-cards': card({ title: 'Twice', _status: 'published' }),
        'categories': { title: 'Twice' },
      }
      const { id } = await editor.create(collection, contents[collection])
      const addresses = []
      for (let time = 0; time < 2; time++) {
        const { body: { doc }, text } = await editor.send<{ doc?: { slug?: string, path?: string } }>(
          'POST',
          `/api/${collection}/${id}/duplicate`,
          { query: { draft: true } },
        )
        expect(doc, text).toBeDefined()
        addresses.push(doc!.slug ?? doc!.path?.slice(1))
      }
      expect(addresses).toEqual(['twice-2', 'twice-3'])
    },
  )

  it('is owned by whoever made it', async () => {
    const { id } = await publish('Another’s')
    const writer = await cms.as('writer')
    const { body: { doc } } = await writer.send<{ doc: Collections['posts'] }>('POST', `/api/posts/${id}/duplicate`, {
      query: { draft: true, depth: 0 },
    })
    expect(doc.owner).toBe(writer.person.id)
  })

  it('of a table keeps each value under its column', async () => {
    const { id } = await editor.create('comparison-tables', table({ _status: 'published' }))
    const { body: { doc } } = await editor.send<{ doc: Collections['comparison-tables'] }>(
      'POST',
      `/api/comparison-tables/${id}/duplicate`,
      { query: { draft: true } },
    )
    expect(doc.rows[0]!.cells).toEqual({ one: { mark: 'yes' }, two: { mark: 'text', text: 'Low' } })
    expect(doc.columns.map(({ key, label }) => [key, label])).toEqual([['one', 'One'], ['two', 'Two']])
    expect((await editor.publish('comparison-tables', doc.id))._status).toBe('published')
  })
})

function publish(title: string, parts: Partial<Collections['posts']> = {}) {
  return editor.create('posts', article(basics, { title, ...parts, _status: 'published' }))
}
