import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, card, makeBasics } from './harness/content.ts'
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

describe('the address of an article', () => {
  it('is made from its title', async () => {
    expect((await draft('Über die Kosten & “Preise”')).slug).toBe('uber-die-kosten-and-preise')
  })

  it('follows the title while it is a draft', async () => {
    const { id } = await draft('First idea')
    expect((await editor.saveDraft('posts', id, { title: 'Better idea' })).slug).toBe('better-idea')
    expect((await editor.saveDraft('posts', id, { title: 'Better idea' })).slug).toBe('better-idea')
  })

  it('stays once it has been published, also when it no longer is', async () => {
    const { id } = await draft('Published once')
    await editor.publish('posts', id)
    expect((await editor.publish('posts', id, { title: 'Renamed' })).slug).toBe('published-once')
    await editor.unpublish('posts', id)
    expect((await editor.saveDraft('posts', id, { title: 'Renamed again' })).slug).toBe('published-once')
  })

  it('can be changed by hand, before and after', async () => {
    const { id } = await draft('By title')
    expect((await editor.saveDraft('posts', id, { slug: 'by-hand' })).slug).toBe('by-hand')
    expect((await editor.saveDraft('posts', id, { title: 'Another title' })).slug).toBe('by-hand')
    await editor.publish('posts', id)
    expect((await editor.publish('posts', id, { slug: 'by-hand-again' })).slug).toBe('by-hand-again')
  })

  it('is put into the form of an address when somebody writes words', async () => {
    const { id } = await draft('Words')
    expect((await editor.saveDraft('posts', id, { slug: 'My Own Words!' })).slug).toBe('my-own-words')
  })

  it('is made from the title again when it is emptied', async () => {
    const { id } = await draft('Emptied')
    await editor.saveDraft('posts', id, { slug: 'something-else' })
    expect((await editor.publish('posts', id, { slug: '' })).slug).toMatch(/^(?:emptied|something-else)$/)
  })

  it('is numbered when the title is taken', async () => {
    const slugs = []
    for (let number = 0; number < 3; number++)
      slugs.push((await draft('A common title')).slug)
    expect(slugs).toEqual(['a-common-title', 'a-common-title-2', 'a-common-title-3'])
  })

  it('is unique for twenty articles of one title that are made at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        editor.send<{ doc: { slug: string } }>('POST', '/api/posts', {
          query: { draft: true },
          body: article(basics, { title: 'All at once' }),
        })),
    )
    expect(answers.map(({ status, text }) => status === 201 ? status : text)).toEqual(answers.map(() => 201))
    expect(new Set(answers.map(({ body }) => body.doc.slug)).size).toBe(20)
  })

  it('is free again when the save failed, or the article is gone', async () => {
    const body = article(basics, { title: 'Tried again', excerpt: '', _status: 'published' })
    expect((await editor.send('POST', '/api/posts', { body })).status).toBe(400)
    const { id, slug } = await draft('Tried again')
    await editor.delete('posts', id)
    expect([slug, (await draft('Tried again')).slug]).toEqual(['tried-again', 'tried-again'])
  })

  it('cannot be that of another, which is named', async () => {
    await draft('The first to come')
    const { id } = await draft('The second')
    const answer = await editor.send('PATCH', `/api/posts/${id}`, {
      body: { slug: 'the-first-to-come', _status: 'published' },
    })
    expect(answer.status).toBe(400)
    expect(problems(answer)).toContain('slug: “the-first-to-come” is taken by “The first to come”. Choose another.')
  })

  it('cannot be that of one in the trash, which would come back to a taken address', async () => {
    const { id: gone } = await draft('Thrown away')
    await editor.trash('posts', gone)
    expect((await draft('Thrown away')).slug).toBe('thrown-away-2')
    const { id } = await draft('Another')
    const answer = await editor.send('PATCH', `/api/posts/${id}`, {
      body: { slug: 'thrown-away', _status: 'published' },
    })
    expect(problems(answer)).toContain('is taken by “Thrown away” (in the trash)')
    expect((await editor.restore('posts', gone)).slug).toBe('thrown-away')
  })

  it('may be that of a document of another kind', async () => {
    await draft('Shared words')
    expect((await editor.create('takeaway-cards', card({ title: 'Shared words' }), { draft: true })).slug).toBe(
      'shared-words',
    )
  })

  it('is asked for when the title holds no letter of it', async () => {
    const answer = await editor.send('POST', '/api/posts', {
      body: article(basics, { title: '！？', _status: 'published' }),
    })
    expect(answer.status).toBe(400)
    expect(problems(answer)).toContain('Give a title, from which the address is made, or write the address here.')
  })

  it('is at most 80 letters long, and ends with a whole word', async () => {
    const { slug } = await draft('word '.repeat(39).trim())
    expect(slug).toBe(Array.from({ length: 16 }).fill('word').join('-'))
  })

  it('is numbered within 80 letters too', async () => {
    const title = 'x'.repeat(90)
    const slugs = [(await draft(title)).slug, (await draft(title)).slug]
    expect(slugs[1]).toBe(`${'x'.repeat(76)}-2`)
  })
})

describe('a conflict between a draft and what is published', () => {
  it('is told when the draft is published, with the name of the other', async () => {
    const { id } = await draft('Pending address')
    await editor.publish('posts', id)
    await editor.saveDraft('posts', id, { slug: 'wanted-by-two' })
    const other = await draft('Wanted by two')
    await editor.publish('posts', other.id)
    const answer = await editor.send('PATCH', `/api/posts/${id}`, { body: { _status: 'published' } })
    // Whichever of the two came first has the address: it never stands twice.
    const published = await cms.stranger.find('posts', { where: { slug: { equals: 'wanted-by-two' } } })
    expect([answer.status, published.totalDocs]).toEqual([400, 1])
    expect(problems(answer)).toContain('is taken by “Wanted by two”')
  })
})

function draft(title: string) {
  return editor.create('posts', article(basics, { title }), { draft: true })
}
