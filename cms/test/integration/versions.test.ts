import type { Collections } from '@masthead/shared/types'
import type { DraftSlug } from '../../src/drafts/DraftSlug.ts'
import type { VersionMarks } from '../../src/drafts/versions/versionFields.ts'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session, Version } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_UNNAMED_VERSIONS } from '../../src/drafts/versions/trimVersions.ts'
import config from '../../src/payload.config.ts'
import { ageVersions } from './harness/ageVersions.ts'
import { startCms } from './harness/cms.ts'
import { article, makeBasics } from './harness/content.ts'
import { contentOf, titleOf } from './harness/contentOf.ts'
import { SEEN_ALL } from './harness/SEEN_ALL.ts'
import { problems } from './harness/Session.ts'

const slugs = (await config).collections.filter(({ versions }) => versions?.drafts).map(({ slug }) => slug as DraftSlug)

let cms: Cms
let basics: Basics
let editor: Session
let other: Session
let visitor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  other = await cms.as('editor', 'another')
  visitor = cms.stranger
  basics = await makeBasics(editor)
})
afterAll(() => cms.stop())

type Marked = Version<'posts'> & { autosave?: boolean, version: VersionMarks }

/** The versions of an article, newest first. */
async function versionsOf(id: string): Promise<Marked[]> {
  return await editor.versions('posts', id) as Marked[]
}

/** Title, reason, and name of each version, newest first. */
async function listed(id: string): Promise<(string | null | undefined)[][]> {
  return (await versionsOf(id)).map(({ version: { title, savedAs, versionName } }) =>
    [title, savedAs, ...versionName ? [versionName] : []])
}

function autosave(session: Session, id: string, title: string): Promise<Collections['posts']> {
  return session.update('posts', id, { title }, { draft: true, autosave: true, ...SEEN_ALL })
}

async function begin(session = editor): Promise<string> {
  return (await session.create('posts', article(basics, { title: 'Begun' }), { draft: true, autosave: true })).id
}

function keep(session: Session, id: string, body: object = {}) {
  return session.send<{ version: { id: string, name: string | null } }>('POST', `/api/posts/${id}/keep-version`, { body })
}

describe.each(slugs)('a version of one of %s', (collection) => {
  const titled = (title: string) => ({ [titleOf(collection)]: title }) as Partial<Collections[DraftSlug]>

  it('says who saved it and why, to users alone', async () => {
    const { id } = await editor.create(collection, contentOf(collection, basics), { draft: true })
    await other.update(collection, id, titled('Edited'), { draft: true, ...SEEN_ALL })
    await editor.publish(collection, id)
    await other.unpublish(collection, id)
    const versions = await editor.versions(collection, id) as unknown as { id: string, version: VersionMarks }[]
    expect(versions.map(({ version: { editedBy, savedAs } }) => [editedBy, savedAs])).toEqual([
      [other.person.id, 'unpublished'],
      [editor.person.id, 'published'],
      [other.person.id, 'edited'],
      [editor.person.id, 'created'],
    ])
    await editor.restoreVersion(collection, versions[2]!.id, { _status: 'published' })
    const restored = await editor.versions(collection, id) as unknown as { version: VersionMarks }[]
    expect(restored.slice(0, 2).map(({ version: { savedAs } }) => savedAs)).toEqual(['published', 'restored'])
    const seen = JSON.stringify(await visitor.get(collection, id, { depth: 2 }))
    for (const name of ['editedBy', 'savedAs', 'versionName'])
      expect(seen).not.toContain(name)
    expect((await visitor.send('GET', `/api/${collection}`, { query: { where: { editedBy: { exists: true } } } })).status).toBe(400)
  })

  it('takes no word of a request for it', async () => {
    const forged = { editedBy: other.person.id, savedAs: 'imported', versionName: 'Forged' } as Partial<Collections[DraftSlug]>
    const { id } = await editor.create(collection, { ...contentOf(collection, basics), ...forged }, { draft: true })
    await editor.saveDraft(collection, id, forged)
    await editor.publish(collection, id, forged)
    const versions = await editor.versions(collection, id) as unknown as { version: VersionMarks }[]
    const marks = versions.map(({ version }) => [version.editedBy, version.savedAs, version.versionName ?? null])
    expect(marks).toEqual([
      [editor.person.id, 'published', null],
      [editor.person.id, 'edited', null],
      [editor.person.id, 'created', null],
    ])
  })
})

describe('autosaves', () => {
  it('of one person share a version', async () => {
    const id = await begin()
    await autosave(editor, id, 'One')
    await autosave(editor, id, 'Two')
    expect(await listed(id)).toEqual([['Two', 'created']])
  })

  it('of another person begin a version, and the earlier one stays as it was', async () => {
    const id = await begin()
    await autosave(editor, id, 'By the first')
    await autosave(other, id, 'By the second')
    await autosave(other, id, 'By the second still')
    await autosave(editor, id, 'By the first again')
    expect(await listed(id)).toEqual([
      ['By the first again', 'edited'],
      ['By the second still', 'edited'],
      ['By the first', 'created'],
    ])
    expect((await versionsOf(id)).map(({ latest }) => Boolean(latest))).toEqual([true, false, false])

    // Both write at the same time: their saves would fill the list within minutes.
    await autosave(other, id, 'By the second again')
    await autosave(editor, id, 'By the first at last')
    expect(await listed(id)).toEqual([
      ['By the first at last', 'edited'],
      ['By the second still', 'edited'],
      ['By the first', 'created'],
    ])
  })

  it('begin a version after a pause of ten minutes', async () => {
    const id = await begin()
    await autosave(editor, id, 'Before the pause')
    await ageVersions(cms, 'posts', id, { minutes: 11 })
    await autosave(editor, id, 'After the pause')
    await autosave(editor, id, 'Later')
    expect(await listed(id)).toEqual([['Later', 'edited'], ['Before the pause', 'created']])
    await ageVersions(cms, 'posts', id, { minutes: 9 })
    await autosave(editor, id, 'After a short pause')
    expect(await listed(id)).toEqual([['After a short pause', 'edited'], ['Before the pause', 'created']])
  })

  it('begin a version after a publish and after an unpublish', async () => {
    const id = await begin()
    await autosave(editor, id, 'Draft')
    await editor.publish('posts', id, { title: 'Public' })
    await autosave(editor, id, 'Pending')
    await editor.send('PATCH', `/api/posts/${id}`, { query: { unpublishAllLocales: true }, body: { _status: 'draft' } })
    await autosave(editor, id, 'Draft again')
    expect((await listed(id)).map(([title, savedAs]) => [title, savedAs])).toEqual([
      ['Draft again', 'edited'],
      ['Pending', 'unpublished'],
      ['Pending', 'edited'],
      ['Public', 'published'],
      ['Draft', 'created'],
    ])
  })

  it('that publish keep the draft before', async () => {
    const id = await begin()
    await autosave(editor, id, 'Draft')
    await editor.update('posts', id, { title: 'Public', _status: 'published' }, { autosave: true })
    await autosave(editor, id, 'Later')
    expect(await listed(id)).toEqual([['Later', 'edited'], ['Public', 'published'], ['Draft', 'created']])
  })

  it('of one moment lose nothing', async () => {
    const id = await begin()
    await Promise.all([
      ...Array.from({ length: 5 }, (_, index) => autosave(editor, id, `First ${index}`)),
      ...Array.from({ length: 5 }, (_, index) => autosave(other, id, `Second ${index}`)),
    ])
    await autosave(editor, id, 'Last')
    const versions = await versionsOf(id)
    expect(versions[0]!.version.title).toBe('Last')
    expect(versions.filter(({ latest }) => latest)).toHaveLength(1)
    const people = new Set(versions.map(({ version }) => String(version.editedBy)))
    expect(people).toEqual(new Set([editor.person.id, other.person.id]))
  })
})

describe('a version that is kept', () => {
  it('stays as it is, with the name', async () => {
    const id = await begin()
    await autosave(editor, id, 'Kept')
    const { status, body } = await keep(editor, id, { name: ' Before the review ' })
    expect([status, body.version.name]).toEqual([200, 'Before the review'])
    await autosave(editor, id, 'Later')
    expect(await listed(id)).toEqual([['Later', 'edited'], ['Kept', 'kept', 'Before the review']])
    const { sections } = (await versionsOf(id))[1]!.version
    expect(sections).toMatchObject([{ blockType: 'prose' }])
  })

  it('needs no name', async () => {
    const id = await begin()
    expect((await keep(editor, id)).status).toBe(200)
    await autosave(editor, id, 'Later')
    expect(await listed(id)).toEqual([['Later', 'edited'], ['Begun', 'kept']])
  })

  it('goes on being the published one, and the draft is none', async () => {
    const id = await begin()
    await editor.publish('posts', id, { title: 'Public' })
    await keep(editor, id, { name: 'First edition' })
    expect(await listed(id)).toEqual([['Public', 'published', 'First edition'], ['Begun', 'created']])
    expect((await editor.get('posts', id, { draft: true }))._status).toBe('published')
  })

  it('gets another name later, and loses it', async () => {
    const id = await begin()
    const { body: { version } } = await keep(editor, id, { name: 'One' })
    await autosave(editor, id, 'Later')
    const rename = (name: unknown) => editor.send('PATCH', `/api/posts/versions/${version.id}`, { body: { name } })
    expect((await rename('Two')).status).toBe(200)
    expect((await listed(id))[1]).toEqual(['Begun', 'kept', 'Two'])
    expect((await rename(null)).status).toBe(200)
    expect((await listed(id))[1]).toEqual(['Begun', 'kept'])
    const tooLong = await rename('x'.repeat(101))
    expect([tooLong.status, problems(tooLong)]).toEqual([400, 'A name has at most 100 characters.'])
    expect((await rename(undefined)).status).toBe(400)
  })

  it('is kept by a name in the list, though it is the one that is edited', async () => {
    const id = await begin()
    const [latest] = await versionsOf(id)
    await editor.send('PATCH', `/api/posts/versions/${latest!.id}`, { body: { name: 'Named' } })
    await autosave(editor, id, 'Later')
    expect((await listed(id)).map(([title]) => title)).toEqual(['Later', 'Begun'])
  })

  it('is not lost to an autosave of the same moment', async () => {
    const id = await begin()
    for (const round of [1, 2, 3, 4, 5]) {
      await autosave(editor, id, `Before ${round}`)
      await Promise.all([keep(editor, id, { name: `Kept ${round}` }), autosave(editor, id, `With ${round}`)])
    }
    expect((await listed(id)).map(([,, name]) => name).filter(Boolean)).toEqual([5, 4, 3, 2, 1].map(round => `Kept ${round}`))
  })
})

describe('discarded changes', () => {
  const discard = (session: Session, id: string) => session.send('POST', `/api/posts/${id}/discard-draft`)

  it('leave what readers see, and stay in the list of versions', async () => {
    const id = await begin()
    await editor.publish('posts', id, { title: 'Public' })
    const before = await visitor.get('posts', id)
    await autosave(other, id, 'Pending')
    expect((await discard(editor, id)).status).toBe(200)
    const draft = await editor.get('posts', id, { draft: true })
    expect([draft.title, draft._status]).toEqual(['Public', 'published'])
    expect(draft.sections).toEqual((await editor.get('posts', id)).sections)
    expect(await visitor.get('posts', id)).toEqual(before)
    expect(await listed(id)).toEqual([['Public', 'restored'], ['Pending', 'edited'], ['Public', 'published'], ['Begun', 'created']])
    await editor.restoreVersion('posts', (await versionsOf(id))[1]!.id)
    expect((await editor.get('posts', id, { draft: true })).title).toBe('Pending')
  })

  it.each([
    ['a draft that was never published', async () => begin(), 'It is not published, so there is nothing to go back to.'],
    ['a published one without changes', async () => {
      const id = await begin()
      await editor.publish('posts', id)
      return id
    }, 'It has no changes: its latest version is the published one.'],
  ])('are refused for %s', async (_, make, problem) => {
    const answer = await discard(editor, await make())
    expect([answer.status, problems(answer)]).toEqual([409, problem])
  })
})

describe('versions beyond the limit', () => {
  it('go, the oldest first, and those that are named or were published stay', async () => {
    const id = await begin()
    await keep(editor, id, { name: 'The first' })
    await editor.publish('posts', id, { title: 'Public' })
    await editor.saveDraft('posts', id, { title: 'Discarded' })
    await editor.send('POST', `/api/posts/${id}/discard-draft`)
    for (let index = 1; index <= MAX_UNNAMED_VERSIONS + 5; index++)
      await editor.saveDraft('posts', id, { title: `Draft ${index}` })
    const titles = (await listed(id)).map(([title]) => title)
    expect(titles).toHaveLength(MAX_UNNAMED_VERSIONS + 3)
    expect([titles[0], ...titles.slice(-4)]).toEqual(['Draft 105', 'Draft 6', 'Public', 'Public', 'Begun'])
  })
})

describe('a user who was deleted', () => {
  it('leaves the versions that they saved', async () => {
    const leaver = await cms.as('editor', 'leaver')
    const id = await begin(leaver)
    await (await cms.as('admin')).delete('users', leaver.person.id)
    const [version] = await versionsOf(id)
    expect(version!.version.savedAs).toBe('created')
    expect((await editor.get('posts', id, { draft: true })).title).toBe('Begun')
    await autosave(editor, id, 'Later')
    expect(await listed(id)).toEqual([['Later', 'edited'], ['Begun', 'created']])
  })
})
