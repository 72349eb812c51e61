import type { Collections } from '@masthead/shared/types'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Answer, Session } from './harness/Session.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changesBetween } from '../../src/drafts/merge/changesBetween.ts'
import { startCms } from './harness/cms.ts'
import { article, makeBasics, prose } from './harness/content.ts'
import { Feed } from './harness/Feed.ts'

let cms: Cms
let other: Cms
let editor: Session
let colleague: Session
let basics: Basics
let id: string
beforeAll(async () => {
  cms = await startCms()
  other = await startCms(cms.environment)
  editor = await cms.as('editor')
  colleague = await other.as('editor', 'colleague')
  basics = await makeBasics(editor)
})
beforeEach(async () => {
  const sections = [prose('One.'), prose('Two.'), prose('Three.')]
  id = (await editor.create('posts', article(basics, { title: 'Merged', sections }), { draft: true })).id
})

afterAll(async () => {
  await other?.stop()
  await cms?.stop()
})

describe('saves of two forms at once', () => {
  it('keep both changes, through two processes', async () => {
    for (let round = 0; round < 15; round++) {
      const base = await draft()
      const [one, two] = await Promise.all([
        save(editor, base, { ...base, excerpt: `Excerpt ${round}` }),
        save(colleague, base, { ...base, title: `Title ${round}` }),
      ])
      expect([one.status, two.status]).toEqual([200, 200])
      expect(await draft(), `round ${round}`).toMatchObject({ excerpt: `Excerpt ${round}`, title: `Title ${round}` })
    }
  })

  it('keep both changes of a document without drafts, and of a global', async () => {
    const category = await editor.create('categories', { title: 'Operations', description: 'Before.' })
    const path = `/api/categories/${category.id}`
    const [one, two] = await Promise.all([
      patch(editor, path, category, { ...category, title: 'Operations and incidents' }),
      patch(colleague, path, category, { ...category, description: 'After.' }),
    ])
    expect([one.status, two.status]).toEqual([200, 200])
    expect(await editor.get('categories', category.id))
      .toMatchObject({ title: 'Operations and incidents', description: 'After.' })

    const site = await editor.global('site')
    const admin = await cms.as('admin')
    const answers = await Promise.all([
      patch(admin, '/api/globals/site', site, { ...site, name: 'Another name' }, 'POST'),
      patch(admin, '/api/globals/site', site, { ...site, tagline: 'Another tagline' }, 'POST'),
    ])
    expect(answers.map(({ status, text }) => status === 200 ? 200 : text)).toEqual([200, 200])
    expect(await editor.global('site')).toMatchObject({ name: 'Another name', tagline: 'Another tagline' })
  })

  it('move and change the same section', async () => {
    const base = await draft()
    const [first, ...rest] = base.sections!
    await save(editor, base, { ...base, sections: [...rest, first!] })
    await save(colleague, base, { ...base, sections: [{ ...first!, heading: 'A heading' } as typeof first & object, ...rest] })
    const { sections } = await draft()
    expect(sections!.map(({ id }) => id)).toEqual([...rest, first!].map(({ id }) => id))
    expect(sections!.at(-1)).toMatchObject({ heading: 'A heading' })
  })

  it('keep a section that one removed and the other changed', async () => {
    const base = await draft()
    const [first, ...rest] = base.sections!
    const changed = { ...first!, heading: 'A heading' } as typeof first & object
    await save(editor, base, { ...base, sections: [changed, ...rest] })
    const removal = await save(colleague, base, { ...base, sections: rest })
    expect(removal.headers.get('masthead-held-changes')).not.toBeNull()
    expect(await heldOf(colleague)).toMatchObject([{ kind: 'kept', path: `sections[${first!.id}]` }])
    expect((await draft()).sections).toHaveLength(3)
  })
})

describe('two changes of one field', () => {
  it('keep the later one aside for its author, until they have chosen', async () => {
    const base = await draft()
    await save(editor, base, { ...base, excerpt: 'By the first.' })
    const later = await save(colleague, base, { ...base, excerpt: 'By the second.', title: 'By the second' })
    expect(later.status).toBe(200)
    expect(later.headers.get('masthead-held-changes')).not.toBeNull()
    expect(await draft()).toMatchObject({ excerpt: 'By the first.', title: 'By the second' })
    expect(await heldOf(colleague)).toMatchObject([{ kind: 'value', path: 'excerpt', mine: 'By the second.' }])

    // Typed on: the later text takes the place of the earlier one.
    await save(colleague, base, { ...base, excerpt: 'By the second, longer.', title: 'By the second' }, AUTOSAVE, ['excerpt'])
    expect(await heldOf(colleague)).toMatchObject([{ mine: 'By the second, longer.' }])
    expect(await heldOf(editor)).toEqual([])
    expect((await cms.stranger.send('GET', heldPath())).status).toBe(403)

    const now = await draft()
    expect((await save(colleague, now, { ...now, excerpt: 'By the second.' })).headers.has('masthead-held-changes'))
      .toBe(false)
    expect((await draft()).excerpt).toBe('By the second.')
    const [{ id: held }] = await heldOf(colleague) as [{ id: string }]
    expect((await editor.send('DELETE', heldPath(), { query: { held } })).body).toEqual({ held: [] })
    expect(await heldOf(colleague)).toHaveLength(1)
    expect((await colleague.send('DELETE', heldPath(), { query: { held } })).status).toBe(200)
    expect(await heldOf(colleague)).toEqual([])
  })

  it('make no version of the user whose text is set aside', async () => {
    const base = await draft()
    await save(editor, base, { ...base, excerpt: 'By the first.' })
    const before = await editor.versions('posts', id)
    await save(colleague, base, { ...base, excerpt: 'By the second.' })
    expect(await editor.versions('posts', id)).toHaveLength(before.length)
    expect((await draft()).editedBy).toBe(editor.person.id)
  })

  it('are forgotten with their author', async () => {
    const leaver = await cms.as('editor', 'leaver')
    const base = await draft()
    await save(editor, base, { ...base, excerpt: 'By the first.' })
    await save(leaver, base, { ...base, excerpt: 'By the second.' })
    expect(await heldOf(leaver)).toHaveLength(1)
    await (await cms.as('admin')).delete('users', leaver.person.id)
    const feed = await Feed.open(cms)
    const where = { user: { equals: leaver.person.id } }
    const { totalDocs } = await feed.payload.count({ collection: 'held-changes', where }).finally(() => feed.close())
    expect(totalDocs).toBe(0)
  })

  it('publish nothing', async () => {
    const base = await draft()
    await save(editor, base, { ...base, excerpt: 'By the first.' })
    const answer = await save(colleague, base, { ...base, excerpt: 'By the second.', _status: 'published' }, {})
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Nothing was published')
    expect(await draft()).toMatchObject({ excerpt: 'By the first.', _status: 'draft' })
  })

  it('are no conflict where both made the same change', async () => {
    const base = await draft()
    await save(editor, base, { ...base, excerpt: 'The same.' })
    const later = await save(colleague, base, { ...base, excerpt: 'The same.' })
    expect(later.headers.has('masthead-held-changes')).toBe(false)
  })
})

describe('a write that names a revision', () => {
  it('is refused over a newer one, with the number of that', async () => {
    const { updatedAt } = await draft()
    expect((await write({ excerpt: 'First.' }, updatedAt)).status).toBe(200)
    const refused = await write({ excerpt: 'Second.' }, updatedAt)
    expect(refused.status).toBe(409)
    const revision = (await draft()).updatedAt
    expect(refused.text).toContain(`?revision=${revision}`)
    expect((await draft()).excerpt).toBe('First.')
    expect((await write({ excerpt: 'Second.' }, revision)).status).toBe(200)
    expect((await write({ excerpt: 'Third.' }, 'yesterday')).status).toBe(400)
  })

  it('loses no word of forty writers at once', async () => {
    const words = Array.from({ length: 40 }, (_, index) => `w${index}`)
    await Promise.all(words.map(async (word, index) => {
      const writer = index % 2 ? editor : colleague
      for (;;) {
        const { excerpt, updatedAt } = await writer.get('posts', id, { draft: true, depth: 0 })
        if ((await write({ excerpt: `${excerpt} ${word}` }, updatedAt, writer)).status === 200)
          return
        await sleep(Math.random() * 300)
      }
    }))
    const { excerpt } = await draft()
    expect(words.filter(word => !excerpt.split(' ').includes(word))).toEqual([])
  })

  it('is refused for each newer document of a bulk edit', async () => {
    const second = await editor.create('posts', article(basics, { title: 'Not newer' }), { draft: true })
    const seen = second.updatedAt
    await editor.saveDraft('posts', id, { excerpt: 'Newer.' })
    const answer = await colleague.send<{ errors: { message: string }[] }>('PATCH', '/api/posts', {
      query: { where: { id: { in: [id, second.id] } }, draft: true, revision: seen },
      body: { excerpt: 'In bulk.' },
    })
    expect(answer.body.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^“Merged”: Another user/)])
    expect((await draft()).excerpt).toBe('Newer.')
    expect((await editor.get('posts', second.id, { draft: true })).excerpt).toBe('In bulk.')
  })
})

describe('changes in another form than the admin sends', () => {
  it.each([
    [{ revision: 5 }, '_changes.revision'],
    [{ revision: '', values: { title: 'x' }, rows: {} }, '_changes.values.title'],
    [{ revision: '', values: { '__proto__.x': 1 }, rows: {} }, '__proto__'],
    ['all', '_changes'],
  ])('are refused (%j)', async (changes, field) => {
    const answer = await editor.send('PATCH', `/api/posts/${id}`, {
      query: { draft: true },
      body: { title: 'Refused', _changes: changes },
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(field)
  })
})

type Post = Collections['posts']

function draft(): Promise<Post> {
  return editor.get('posts', id, { draft: true, depth: 0 })
}

/** Saves a form: all its fields, and what of them has changed since it was loaded. */
function save(
  session: Session,
  base: Post,
  mine: Post,
  query: object = AUTOSAVE,
  held: string[] = [],
): Promise<Answer> {
  return patch(session, `/api/posts/${id}`, base, mine, 'PATCH', query, held)
}

const AUTOSAVE = { draft: true, autosave: true }

function patch(
  session: Session,
  path: string,
  base: { updatedAt?: string | null },
  mine: object,
  method = 'PATCH',
  query: object = {},
  held: string[] = [],
): Promise<Answer> {
  const changes = { held, revision: base.updatedAt ?? '', ...changesBetween(base, mine) }
  return session.send(method, path, { query, body: { ...mine, _changes: changes } })
}

function write(data: Partial<Post>, revision: string, session = editor): Promise<Answer> {
  return session.send('PATCH', `/api/posts/${id}`, { query: { draft: true, depth: 0, revision }, body: data })
}

function heldPath(): string {
  return `/api/posts/${id}/held-changes`
}

async function heldOf(session: Session): Promise<unknown> {
  return (await session.send<{ held: unknown }>('GET', heldPath())).body.held
}
