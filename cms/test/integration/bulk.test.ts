import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, card, makeBasics, section } from './harness/content.ts'

let cms: Cms
let basics: Basics
let editor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  basics = await makeBasics(editor)
})
afterAll(() => cms.stop())

describe('many documents at once', () => {
  it('are published but for those that lack something, each named with what it lacks', async () => {
    const whole = await editor.create('posts', article(basics, { title: 'Whole' }), { draft: true })
    const half = await editor.create('posts', { title: 'Half done' }, { draft: true })
    const ids = [whole.id, half.id]
    const { status, errors } = await change('PATCH', 'posts', ids, { _status: 'published' }, { draft: true })
    expect(status).toBe(400)
    expect(errors).toEqual([{
      id: half.id,
      isPublic: true,
      message: expect.stringMatching(/^“Half done”: The following fields are invalid: .*Category/),
    }])
    expect((await cms.stranger.get('posts', whole.id)).title).toBe('Whole')
    expect((await cms.stranger.send('GET', `/api/posts/${half.id}`)).status).toBe(404)
  })

  it('are unpublished', async () => {
    const posts = await Promise.all(
      ['One', 'Two'].map(title => editor.create('posts', article(basics, { title, _status: 'published' }))),
    )
    const { status } = await change('PATCH', 'posts', posts.map(({ id }) => id), { _status: 'draft' })
    expect(status).toBe(200)
    for (const { id } of posts)
      expect((await cms.stranger.send('GET', `/api/posts/${id}`)).status).toBe(404)
  })

  it('go to the trash and for good but for those in use, each named with what uses it', async () => {
    const [used, unused] = [
      await editor.create('takeaway-cards', card({ title: 'Used', _status: 'published' })),
      await editor.create('takeaway-cards', card({ title: 'Unused', _status: 'published' })),
    ]
    await editor.create(
      'posts',
      article(basics, {
        title: 'The user',
        sections: [section('spotlight', { cards: [used.id] })],
        _status: 'published',
      }),
    )
    const errors = [{
      id: used.id,
      isPublic: true,
      message: '“Used”: It is used by the post “The user”. Take it out there first.',
    }]
    const ids = [used.id, unused.id]
    expect(await change('PATCH', 'takeaway-cards', ids, { deletedAt: new Date().toISOString() })).toEqual({
      status: 400,
      errors,
    })
    expect(await editor.count('takeaway-cards', { where: { id: { in: ids } } })).toBe(1)
    expect(await change('DELETE', 'takeaway-cards', ids, undefined, { trash: true })).toEqual({ status: 400, errors })
    expect(await editor.count('takeaway-cards', { trash: true, where: { id: { in: ids } } })).toBe(1)
  })
})

async function change(method: string, collection: string, ids: string[], body?: object, query: object = {}) {
  const { status, body: { errors } } = await editor.send<{ errors: object[] }>(method, `/api/${collection}`, {
    query: { where: { id: { in: ids } }, ...query },
    body,
  })
  return { status, errors }
}
