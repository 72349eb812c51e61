import type { Collections } from '@masthead/shared/types'
import type { DraftSlug as Slug } from '../../src/drafts/DraftSlug.ts'
import type { Cms } from './harness/cms.ts'
import type { Basics } from './harness/content.ts'
import type { Session } from './harness/Session.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../../src/payload.config.ts'
import { startCms } from './harness/cms.ts'
import { article, linkTo, makeBasics, prose } from './harness/content.ts'
import { contentOf, titleOf } from './harness/contentOf.ts'
import { SEEN_ALL } from './harness/SEEN_ALL.ts'
import { problems } from './harness/Session.ts'

const collections = (await config).collections.filter(({ versions }) => versions?.drafts)
const slugs = collections.map(({ slug }) => slug as Slug)
const owned = collections.filter(({ fields }) => fields.some(field => 'name' in field && field.name === 'owner')).map((
  { slug },
) => slug as 'comparison-tables' | 'posts' | 'takeaway-cards')

let cms: Cms
let basics: Basics
let editor: Session
let visitor: Session
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  visitor = cms.stranger
  basics = await makeBasics(editor)
})
afterAll(() => cms.stop())

describe.each(slugs)('an earlier version of one of %s', (collection) => {
  const title = titleOf(collection)
  const titled = (words: string) => ({ [title]: words }) as Partial<Collections[Slug]>
  const titleIn = (doc: object) => (doc as Record<string, unknown>)[title]

  /** Published as “First”, then as “Second”, with a draft “Third” over it. */
  async function threeEditions(): Promise<string> {
    const { id } = await editor.create(collection, {
      ...contentOf(collection, basics),
      ...titled('First'),
      _status: 'published',
    })
    await editor.publish(collection, id, titled('Second'))
    await editor.saveDraft(collection, id, titled('Third'))
    return id
  }

  async function versionOf(id: string, words: string): Promise<string> {
    return (await editor.versions(collection, id)).find(({ version }) => titleIn(version) === words)!.id
  }

  it.each(['First', 'Second', 'Third'])('becomes a draft, which readers do not see: %s', async (words) => {
    const id = await threeEditions()
    const { status, body } = await editor.send<{ message: string }>(
      'POST',
      `/api/${collection}/versions/${await versionOf(id, words)}`,
      { query: { draft: false } },
    )
    expect([status, body.message]).toEqual([200, 'Restored as a draft.'])
    const draft = await editor.get(collection, id, { draft: true })
    expect([titleIn(draft), draft._status]).toEqual([words, 'draft'])
    expect(titleIn(await visitor.get(collection, id))).toBe('Second')
  })

  it('is published if the request says so', async () => {
    const id = await threeEditions()
    await editor.restoreVersion(collection, await versionOf(id, 'First'), { _status: 'published' })
    expect(titleIn(await visitor.get(collection, id))).toBe('First')
    expect((await editor.get(collection, id, { draft: true }))._status).toBe('published')
  })

  it('is restored while it is incomplete, and not published', async () => {
    const id = await threeEditions()
    await editor.saveDraft(collection, id, titled(''))
    const incomplete = await versionOf(id, '')
    await editor.saveDraft(collection, id, titled('Fourth'))
    await editor.restoreVersion(collection, incomplete)
    expect(titleIn(await editor.get(collection, id, { draft: true }))).toBe('')
    const answer = await editor.send('POST', `/api/${collection}/versions/${incomplete}`, {
      body: { _status: 'published' },
    })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining(`${title}: `)])
    expect(titleIn(await visitor.get(collection, id))).toBe('Second')
  })

  it('is listed first, as the latest of all', async () => {
    const id = await threeEditions()
    await editor.restoreVersion(collection, await versionOf(id, 'First'))
    const { body } = await editor.send<{ docs: { latest?: boolean, version: object }[] }>(
      'GET',
      `/api/${collection}/versions`,
      { query: { where: { parent: { equals: id } } } },
    )
    expect(body.docs.map(({ latest, version }) => [titleIn(version), Boolean(latest)])).toEqual([
      ['First', true],
      ['Third', false],
      ['Second', false],
      ['First', false],
    ])
  })

  it('does not put the document in the trash, where it was then', async () => {
    const id = await threeEditions()
    await editor.trash(collection, id)
    await editor.restore(collection, id, { _status: 'draft' } as Partial<Collections[Slug]>)
    const { body } = await editor.send<{ docs: { id: string }[] }>('GET', `/api/${collection}/versions`, {
      query: { trash: true, where: { 'parent': { equals: id }, 'version.deletedAt': { exists: true } } },
    })
    await editor.restoreVersion(collection, body.docs[0]!.id)
    expect((await editor.find(collection, { where: { id: { equals: id } }, draft: true })).totalDocs).toBe(1)
    expect((await editor.get(collection, id, { draft: true })).deletedAt ?? null).toBeNull()
  })

  it('is not restored while the document is in the trash', async () => {
    const id = await threeEditions()
    await editor.trash(collection, id)
    const answer = await editor.send('POST', `/api/${collection}/versions/${await versionOf(id, 'First')}`)
    expect([answer.status, problems(answer)]).toEqual([403, expect.stringContaining('Restore the document first')])
  })
})

describe.each(owned)('the owner of one of %s', (collection) => {
  it.each([undefined, 'published'] as const)('stays the same when an editor restores a version: %s', async (_status) => {
    const writer = await cms.as('writer')
    const { id } = await writer.create(collection, contentOf(collection, basics), { draft: true })
    await editor.publish(collection, id)
    await editor.update(collection, id, { title: 'Changed by an editor' }, { draft: true, ...SEEN_ALL })
    const first = (await editor.versions(collection, id)).at(-1)!
    await editor.restoreVersion(collection, first.id, { _status })
    for (const query of [{}, { draft: true }])
      expect((await editor.get(collection, id, { depth: 0, ...query })).owner).toBe(writer.person.id)
    await writer.update(collection, id, { title: 'Changed by its owner' }, { draft: true, ...SEEN_ALL })
    expect((await writer.versions(collection, id)).length).toBeGreaterThan(3)
  })
})

describe('an earlier version of an article', () => {
  it('brings back the sections it had, and empties what it did not have', async () => {
    const { id } = await editor.create('posts', article(basics, { _status: 'published' }))
    await editor.saveDraft('posts', id, { sections: [], tags: ['added'], seo: { title: 'Added' } })
    await editor.restoreVersion('posts', (await editor.versions('posts', id)).at(-1)!.id)
    const { sections, tags, seo } = await editor.get('posts', id, { draft: true })
    expect({ sections, tags: tags ?? [], title: seo?.title ?? null }).toMatchObject({
      sections: [{ blockType: 'prose' }],
      tags: [],
      title: null,
    })
  })

  it('is restored though it refers to a document that was deleted since, and not published before the reference is gone', async () => {
    const { id: linked } = await editor.create('posts', article(basics, { title: 'Linked' }), { draft: true })
    const { id } = await editor.create(
      'posts',
      article(basics, { sections: [prose('See ', linkTo(linked))], _status: 'published' }),
    )
    await editor.publish('posts', id, { sections: [prose('Without a link.')] })
    await editor.delete('posts', linked)
    await editor.restoreVersion('posts', (await editor.versions('posts', id)).at(-1)!.id)
    const answer = await editor.send('PATCH', `/api/posts/${id}`, { body: { _status: 'published' } })
    expect([answer.status, problems(answer)]).toEqual([400, expect.stringContaining('does not exist')])
    await editor.publish('posts', id, { sections: [prose('Without it again.')] })
  })
})
