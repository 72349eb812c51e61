import type { Section } from '@masthead/shared/types'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, card, makeBasics, section, table } from './harness/content.ts'
import { problems } from './harness/Session.ts'

let cms: Cms
let basics: Basics
let editor: Session
let stranger: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  stranger = cms.stranger
  basics = await makeBasics(editor)
})
afterAll(() => cms.stop())

describe('readers of a published article', () => {
  it('see the published version of a card, never its draft', async () => {
    const { id: cardId } = await editor.create('takeaway-cards', card({ title: 'As published', _status: 'published' }))
    await editor.saveDraft('takeaway-cards', cardId, { title: 'As drafted' })
    const post = await publishWith(section('spotlight', { cards: [cardId] }))
    for (const query of [{}, { draft: true }, { depth: 2 }]) {
      const { sections: [{ cards: [shown] }] } = await stranger.get('posts', post, query) as unknown as {
        sections: [{ cards: [{ title: string }] }]
      }
      expect(shown.title).toBe('As published')
    }
  })

  it('see the published version of a table, never its draft', async () => {
    const { id } = await editor.create('comparison-tables', table({ title: 'As published', _status: 'published' }))
    await editor.saveDraft('comparison-tables', id, { title: 'As drafted', rows: [] })
    const post = await publishWith(section('comparison', { table: id }))
    const { sections: [shown] } = await stranger.get('posts', post) as unknown as {
      sections: [{ table: { title: string, rows: unknown[] } }]
    }
    expect(shown.table).toMatchObject({ title: 'As published', rows: [{ criterion: 'Cost' }] })
  })

  it.each([
    ['was never published', async (id: string) => void id],
    ['was unpublished', async (id: string) => {
      await editor.publish('takeaway-cards', id)
      await editor.unpublish('takeaway-cards', id)
    }],
  ])('get no more than the id of a card that %s', async (_, fate) => {
    const { id } = await editor.create('takeaway-cards', card({ title: 'Not for readers' }), { draft: true })
    await fate(id)
    const post = await publishWith(section('takeaways', { cards: [id] }))
    const { sections } = await stranger.get('posts', post, { depth: 2 })
    expect(sections).toMatchObject([{ cards: [id] }])
  })

  it('see it unchanged while a draft is saved over it', async () => {
    const post = await publishWith()
    const before = await stranger.get('posts', post)
    await editor.saveDraft('posts', post, { title: 'Not yet', sections: [], excerpt: '' })
    expect(await stranger.get('posts', post)).toEqual(before)
    expect((await editor.get('posts', post, { draft: true })).title).toBe('Not yet')
  })

  it('no longer see it once it is unpublished, though a draft was pending', async () => {
    const post = await publishWith()
    await editor.saveDraft('posts', post, { title: 'Pending' })
    await editor.unpublish('posts', post)
    expect((await stranger.send('GET', `/api/posts/${post}`)).status).toBe(404)
    expect(await stranger.count('posts', { where: { id: { equals: post } } })).toBe(0)
    expect((await editor.get('posts', post, { draft: true })).title).toBe('Pending')
  })

  it.each([
    ['a draft is pending', async (post: string) => void await editor.saveDraft('posts', post, { title: 'Pending' })],
    ['no draft is pending', async () => {}],
  ])('keep it when a request does not say what becomes of it, and %s', async (_, begin) => {
    const post = await publishWith()
    await begin(post)
    const before = await stranger.get('posts', post)
    for (
      const [path, query] of [[`/api/posts/${post}`, {}], ['/api/posts', { where: { id: { equals: post } } }]] as const
    ) {
      const answer = await editor.send('PATCH', path, { query, body: { excerpt: 'Another.' } })
      expect([answer.status, problems(answer)]).toEqual([409, expect.stringContaining('?draft=true')])
    }
    expect(await stranger.get('posts', post)).toEqual(before)
  })

  it('see the draft once it is published', async () => {
    const post = await publishWith()
    await editor.saveDraft('posts', post, { title: 'The second edition' })
    await editor.publish('posts', post)
    expect((await stranger.get('posts', post)).title).toBe('The second edition')
  })
})

describe('the date of an article', () => {
  it('is that of its first publication', async () => {
    const { id, publishedAt } = await editor.create('posts', article(basics), { draft: true })
    expect(publishedAt ?? null).toBeNull()
    const first = (await editor.publish('posts', id)).publishedAt
    expect(Date.now() - Date.parse(first!)).toBeLessThan(60_000)
    await editor.unpublish('posts', id)
    expect((await editor.publish('posts', id, { title: 'Again' })).publishedAt).toBe(first)
  })

  it('is the one that was chosen', async () => {
    const { publishedAt } = await editor.create(
      'posts',
      article(basics, { publishedAt: '2020-02-29T12:00:00.000Z', _status: 'published' }),
    )
    expect(publishedAt).toBe('2020-02-29T12:00:00.000Z')
  })
})

describe('drafts', () => {
  it('are kept with whatever is still missing', async () => {
    const { id } = await editor.create('posts', {}, { draft: true })
    await editor.saveDraft('posts', id, { title: 'Only a title' })
    expect(await editor.get('posts', id, { draft: true })).toMatchObject({ title: 'Only a title', _status: 'draft' })
  })

  it('may be begun by two at once without any title', async () => {
    const made = await Promise.all(
      Array.from({ length: 4 }, () => editor.create('posts', {}, { draft: true, autosave: true })),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(4)
  })

  it('stand twenty autosaves of one article at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await editor.create('posts', article(basics), { draft: true })
      const titles = Array.from({ length: 20 }, (_, index) => `Draft number ${index}`)
      const answers = await Promise.all(
        titles.map(title =>
          editor.send('PATCH', `/api/posts/${id}`, { query: { draft: true, autosave: true }, body: { title } }),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual(titles.map(() => 200))
      expect(titles).toContain((await editor.get('posts', id, { draft: true })).title)
      const versions = await editor.versions('posts', id)
      expect(versions.filter(({ latest }) => latest)).toHaveLength(1)
    }
  })

  it('and published saves may arrive at once', async () => {
    const post = await publishWith()
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) =>
      index % 2
        ? editor.send('PATCH', `/api/posts/${post}`, {
            query: { draft: true, autosave: true },
            body: { title: `Draft ${index}` },
          })
        : editor.send('PATCH', `/api/posts/${post}`, { body: { title: `Published ${index}`, _status: 'published' } })))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect((await stranger.get('posts', post)).title).toMatch(/^Published/)
  })
})

async function publishWith(...sections: Section[]): Promise<string> {
  return (await editor.create(
    'posts',
    article(basics, { ...(sections.length > 0 && { sections }), _status: 'published' }),
  )).id
}
