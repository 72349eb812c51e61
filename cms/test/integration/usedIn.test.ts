import type { CollectionSlug } from '@masthead/shared/types'
import type { UsedIn } from '../../src/usage/usedInEndpoint.ts'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Answer, Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, card, linkTo, makeBasics, prose, section, uploadPicture } from './harness/content.ts'

let cms: Cms
let basics: Basics
let editor: Session
let writer: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  writer = await cms.as('writer')
  basics = await makeBasics(editor)
})
afterAll(() => cms.stop())

describe('where a document is used', () => {
  it('is nowhere at first', async () => {
    const { id } = await publishedCard()
    expect(await uses(editor, 'takeaway-cards', id)).toEqual({ docs: [], totalDocs: 0, hiddenDocs: 0 })
  })

  it('is told with kind, state and screen: what readers see first, what is in the trash last', async () => {
    const { id } = await publishedCard()
    const thrown = await publish('Away', id)
    await editor.trash('posts', thrown.id)
    const draft = await editor.create('posts', withCard('Begun', id), { draft: true })
    const published = await publish('Out', id)
    expect((await uses(editor, 'takeaway-cards', id)).docs).toEqual([
      { path: `/collections/posts/${published.id}`, title: 'Out', kind: 'Post', state: 'published' },
      { path: `/collections/posts/${draft.id}`, title: 'Begun', kind: 'Post', state: 'draft' },
      { path: `/collections/posts/trash/${thrown.id}`, title: 'Away', kind: 'Post', state: 'trash' },
    ])
  })

  it('is told of pictures, categories, authors and articles too, and of what stands on every page', async () => {
    const { id: photo } = await uploadPicture(editor)
    const author = await editor.create('authors', { name: 'Portrayed', photo })
    const category = await editor.create('categories', { title: 'Narrow' })
    const linked = await publish('Linked to')
    await editor.create(
      'posts',
      article({ category: category.id, author: author.id }, {
        title: 'Uses all',
        sections: [prose(linkTo(linked.id))],
        _status: 'published',
      }),
    )
    await editor.send('POST', '/api/globals/site', {
      body: { navigation: [{ label: 'Narrow', document: { relationTo: 'categories', value: category.id } }] },
    })

    expect((await uses(editor, 'media', photo)).docs).toEqual([{
      path: `/collections/authors/${author.id}`,
      title: 'Portrayed',
      kind: 'Author',
    }])
    expect(titles(await uses(editor, 'categories', category.id))).toEqual(['Site', 'Uses all'])
    expect(titles(await uses(editor, 'authors', author.id))).toEqual(['Uses all'])
    expect(titles(await uses(editor, 'posts', linked.id))).toEqual(['Uses all'])
  })

  it('is cut short where it is long, and whole on demand', async () => {
    const { id } = await publishedCard()
    for (let number = 10; number < 20; number++)
      await publish(`Number ${number}`, id)
    const { docs, totalDocs } = await uses(editor, 'takeaway-cards', id)
    expect([docs.length, docs[0]!.title, totalDocs]).toEqual([8, 'Number 10', 10])
    expect((await uses(editor, 'takeaway-cards', id, 0)).docs).toHaveLength(10)
  })

  it('is told by the latest version of what is not public', async () => {
    const { id } = await publishedCard()
    const draft = await editor.create('posts', withCard('Changes its mind', id), { draft: true })
    await editor.saveDraft('posts', draft.id, { sections: [prose('Without.')] })
    expect((await uses(editor, 'takeaway-cards', id)).totalDocs).toBe(0)
    await editor.trash('takeaway-cards', id)
  })
})

describe('what a person may not read', () => {
  it('is counted, and not told, where it uses a document', async () => {
    const { id } = await publishedCard()
    await editor.create('posts', withCard('A secret draft', id), { draft: true })
    await writer.create('posts', withCard('My own draft', id), { draft: true })
    for (
      const [asker, titles, hidden] of [
        [editor, ['A secret draft', 'My own draft'], 0],
        [writer, ['My own draft'], 1],
        [await cms.as('marketer'), [], 2],
      ] as const
    ) {
      const answer = await ask(asker, 'takeaway-cards', id)
      expect(answer.body).toMatchObject({
        docs: titles.map(title => ({ title })),
        totalDocs: titles.length,
        hiddenDocs: hidden,
      })
      if (asker !== editor)
        expect(answer.text).not.toContain('secret')
    }
  })

  it('is not told either where it is a change to what they may read', async () => {
    const { id } = await publishedCard()
    const post = await publish('Open')
    await editor.saveDraft('posts', post.id, withCard('Not yet so', id))
    for (const asker of [writer, await cms.as('marketer')])
      expect(await uses(asker, 'takeaway-cards', id)).toEqual({ docs: [], totalDocs: 0, hiddenDocs: 1 })
    expect(titles(await uses(editor, 'takeaway-cards', id))).toEqual(['Not yet so'])

    await editor.publish('posts', post.id)
    await editor.saveDraft('posts', post.id, { title: 'A new title in secret' })
    expect(titles(await uses(writer, 'takeaway-cards', id))).toEqual(['Not yet so'])
  })

  it('does not exist for them', async () => {
    const { id } = await editor.create('takeaway-cards', card(), { draft: true })
    expect((await ask(writer, 'takeaway-cards', id)).status).toBe(404)
    expect((await ask(cms.stranger, 'takeaway-cards', id)).status).toBe(403)
    expect((await ask(editor, 'takeaway-cards', 'no-such-id')).status).toBe(404)
  })
})

function ask(asker: Session, collection: CollectionSlug, id: string, limit?: number): Promise<Answer<UsedIn>> {
  return asker.send<UsedIn>('GET', `/api/${collection}/${id}/uses`, { query: limit === undefined ? {} : { limit } })
}

async function uses(...args: Parameters<typeof ask>): Promise<UsedIn> {
  const { status, body, text } = await ask(...args)
  expect(status, text).toBe(200)
  return body
}

function titles({ docs }: UsedIn): string[] {
  return docs.map(({ title }) => title)
}

function publishedCard() {
  return editor.create('takeaway-cards', card({ _status: 'published' }))
}

function withCard(title: string, id: string) {
  return article(basics, { title, sections: [section('spotlight', { cards: [id] })] })
}

function publish(title: string, id?: string) {
  return editor.create('posts', { ...(id ? withCard(title, id) : article(basics, { title })), _status: 'published' })
}
