import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Answer, Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCms } from './harness/cms.ts'
import { article, makeBasics, uploadPicture } from './harness/content.ts'
import { SEEN_ALL } from './harness/SEEN_ALL.ts'

let cms: Cms
let basics: Basics
let writer: Session
let colleague: Session
let editor: Session
let post: string
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  writer = await cms.as('writer')
  colleague = await cms.as('writer', 'colleague')
  basics = await makeBasics(editor)
  const draft = await writer.create('posts', article(basics), { draft: true })
  post = draft.id
  await editor.publish('posts', post)
})
afterAll(() => cms.stop())

describe('readers', () => {
  it('are not told who works here', async () => {
    await uploadPicture(writer)
    for (const collection of ['posts', 'media', 'categories', 'authors']) {
      const answer = await cms.stranger.send('GET', `/api/${collection}`, { query: { depth: 2 } })
      expect(answer.status).toBe(200)
      for (const name of ['owner', 'editedBy', 'savedAs', 'versionName'])
        expect(fieldsOf(answer)).not.toContain(name)
      expect(answer.text).not.toContain(writer.person.id)
    }
  })

  it('get none of the fields that are for the CMS alone', async () => {
    for (const query of [{}, { select: { references: true, owner: true } }, { showHiddenFields: true }]) {
      const fields = fieldsOf(await cms.stranger.send('GET', '/api/posts', { query: { depth: 2, ...query } }))
      for (
        const field of ['references', 'owner', 'email', 'sessions', 'salt', 'password', 'loginAttempts', 'lockUntil']
      )
        expect(fields).not.toContain(field)
    }
  })

  it.each(['owner', 'owner.email', 'owner.name'])('cannot filter by %s', async (field) => {
    const { status } = await cms.stranger.send('GET', '/api/posts', { query: { where: { [field]: { exists: true } } } })
    expect(status).toBe(400)
  })
})

describe('colleagues', () => {
  const SECRETS = [
    'email',
    'role',
    'sessions',
    'salt',
    'hash',
    'resetPasswordToken',
    'resetPasswordExpiration',
    'loginAttempts',
    'lockUntil',
    'password',
  ]

  it.each([
    ['in the list of people', '/api/users'],
    ['as the owner of an article', '/api/posts'],
    ['in an earlier version', '/api/posts/versions'],
    ['in a picture', '/api/media'],
  ])('see a name %s, and nothing else', async (_, path) => {
    for (
      const query of [{}, { depth: 5 }, {
        depth: 2,
        populate: { users: Object.fromEntries(['name', ...SECRETS].map(field => [field, true])) },
      }, { select: { email: true, sessions: true, owner: true } }]
    ) {
      const { text } = await editor.send('GET', path, { query: { ...query, limit: 0 } })
      expect(text).not.toContain(writer.person.email)
      expect(text).not.toContain('"loginAttempts"')
      expect(text).not.toContain('"resetPasswordToken"')
      expect(text).not.toContain('"salt"')
    }
  })

  it('see no sessions but their own', async () => {
    for (const session of [editor, colleague, await cms.as('admin')]) {
      const { body } = await session.send<{ sessions?: unknown[] }>('GET', `/api/users/${writer.person.id}`)
      expect(body.sessions ?? []).toEqual([])
    }
  })

  it.each(SECRETS)('cannot find each other by %s', async (field) => {
    for (const path of ['/api/users', '/api/users/count']) {
      const answer = await colleague.send('GET', path, { query: { where: { [field]: { exists: true } } } })
      expect(answer.status, answer.text).toBe(400)
    }
    const through = await editor.send('GET', '/api/posts/count', {
      query: { where: { [`owner.${field}`]: { exists: true } } },
    })
    expect(through.status, through.text).toBe(400)
  })

  it.each(['email', 'role', 'resetPasswordToken', 'sessions.id', 'salt'])(
    'cannot sort each other by %s',
    async (field) => {
      expect((await colleague.send('GET', '/api/users', { query: { sort: field } })).status).toBe(400)
      expect((await editor.send('GET', '/api/posts', { query: { sort: `owner.${field}` } })).status).toBe(400)
    },
  )

  it('are not told by a writer’s filter what stands in another’s draft', async () => {
    const hidden = await writer.create('posts', article(basics, { title: 'Zymurgy' }), { draft: true })
    await editor.publish('posts', post, { related: [hidden.id] })
    const ask = (query: object) => colleague.send<{ totalDocs?: number }>('GET', '/api/posts/count', { query })
    for (
      const where of [{ 'related.title': { like: 'Zym' } }, { related__title: { like: 'Zym' } }, {
        related: { contains: { title: { like: 'Zym' } } },
      }, { title: { like: 'Zym' } }]
    )
      expect((await ask({ where, draft: true })).body.totalDocs ?? 0).toBe(0)
  })
})

describe('who began a document', () => {
  it('is set by the CMS, whatever is sent', async () => {
    const made = await writer.create('posts', article(basics, { owner: editor.person.id }), { draft: true })
    expect(made.owner).toBe(writer.person.id)
    expect((await writer.saveDraft('posts', made.id, { owner: editor.person.id })).owner).toBe(writer.person.id)
    const published = await editor.update('posts', made.id, { owner: editor.person.id, _status: 'published' }, SEEN_ALL)
    expect(published.owner).toBe(writer.person.id)
  })
})

/** The names of all fields, however deep. */
function fieldsOf({ body }: Answer): string[] {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).flatMap((
        [name, value],
      ) => [...(Array.isArray(body) ? [] : [name]), ...fieldsOf({ body: value } as Answer)])
    : []
}
