import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, landingPage, makeBasics } from './harness/content.ts'

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

describe('an address, asked about before it is saved', () => {
  it('is free, or its document’s own', async () => {
    const { id } = await draft('Its own')
    expect(await problemOf('posts', 'nobody-has-this')).toBeUndefined()
    expect(await problemOf('posts', 'its-own', id)).toBeUndefined()
    expect(await problemOf('posts', '')).toBeUndefined()
  })

  it('is taken by what is published, in the form in which it would be saved', async () => {
    const { id } = await draft('Already There')
    await editor.publish('posts', id)
    expect(await problemOf('posts', 'Already there!')).toBe(
      '“already-there” is taken by “Already There”. Choose another.',
    )
  })

  it('is taken by what is in the trash', async () => {
    const { id } = await draft('Thrown out')
    await editor.trash('posts', id)
    expect(await problemOf('posts', 'thrown-out')).toBe(
      '“thrown-out” is taken by “Thrown out” (in the trash). Choose another.',
    )
  })

  it('is taken by another draft, which nothing published has yet', async () => {
    const { id } = await draft('Begun as this')
    await editor.saveDraft('posts', id, { slug: 'meant-for-later' })
    expect(await problemOf('posts', 'meant-for-later')).toBe(
      '“meant-for-later” is taken by a draft of “Begun as this”. Choose another.',
    )
  })

  it('is taken by a document without a name for those who may not read it', async () => {
    await draft('A secret plan')
    const answer = await writer.send<{ problem: string }>('GET', '/api/posts/check-address', {
      query: { value: 'a-secret-plan' },
    })
    expect(answer.body.problem).toBe('“a-secret-plan” is taken by another document. Choose another.')
    const { id } = await writer.create('posts', article(basics, { title: 'Mine' }), { draft: true })
    const refused = await writer.send('PATCH', `/api/posts/${id}`, {
      query: { draft: true },
      body: { slug: 'a-secret-plan', _status: 'published' },
    })
    expect(refused.text).not.toContain('A secret plan')
  })

  it('is nothing to ask about for strangers', async () => {
    expect((await cms.stranger.send('GET', '/api/posts/check-address', { query: { value: 'x' } })).status).toBe(403)
  })

  it('of a page is reserved, or taken', async () => {
    await editor.create('pages', landingPage({ title: 'About us', path: '/about' }), { draft: true })
    expect(await problemOf('pages', 'About')).toBe('“/about” is taken by “About us”. Choose another.')
    expect(await problemOf('pages', '/blog')).toBe('“/blog” belongs to another part of the site. Choose another.')
  })

  it('of a redirect is a page, or redirected already', async () => {
    await editor.create('redirects', { from: '/old', to: '/blog', status: '301' })
    expect(await problemOf('redirects', '/old')).toContain('“/old” is redirected already')
    expect(await problemOf('redirects', '/blog')).toContain('always belongs to the site itself')
    expect(await problemOf('redirects', '/older')).toBeUndefined()
  })
})

async function problemOf(collection: string, value: string, id?: string): Promise<string | undefined> {
  const { status, text, body } = await editor.send<{ problem?: string }>('GET', `/api/${collection}/check-address`, {
    query: { value, ...(id && { id }) },
  })
  expect([status, text]).toEqual([200, expect.any(String)])
  return body.problem
}

function draft(title: string) {
  return editor.create('posts', article(basics, { title }), { draft: true })
}
