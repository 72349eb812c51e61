import type { Cms } from './harness/cms.ts'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../../src/payload.config.ts'
import { randomFrom } from '../randomFrom.ts'
import { startCms } from './harness/cms.ts'
import { card, landingPage, landingSection } from './harness/content.ts'
import { Editing } from './rows/Editing.ts'
import { makeReferable } from './rows/referable.ts'
import { holdsSeveral, writable } from './rows/rowLists.ts'

const { collections, globals } = await config
const entities = [...collections, ...globals].filter(({ flattenedFields, slug }) =>
  !slug.startsWith('payload-') && writable(flattenedFields).some(holdsSeveral),
)

const SEED = Number(process.env.SEED ?? 1)

let cms: Cms
let documents: Map<string, string[]>
beforeAll(async () => {
  cms = await startCms()
  documents = await makeReferable(await cms.as('admin'), entities, collections, randomFrom(SEED))
})
afterAll(() => cms?.stop())

it.for(entities)(`each row of $slug keeps what is its own, whatever becomes of the others (SEED=${SEED})`, {
  timeout: 120_000,
}, async (entity) => {
  const editing = await Editing.begin(await cms.as('admin'), entity, documents, randomFrom(SEED))
  await editing.finish()
})

describe('a row that is sent with an id that another has', () => {
  it.each(
    [
      ['takeaway-cards', { _status: 'published' }, {}],
      ['takeaway-cards', {}, { draft: true }],
    ] as const,
  )('in one document of %s becomes a row of its own (%o)', async (collection, status, query) => {
    const admin = await cms.as('admin')
    const { id, points } = await admin.create(collection, card({ points: [{ text: 'First' }], ...status }), query)
    const [first] = points!
    const saved = await admin.update(
      collection,
      id,
      { points: [first!, { ...first!, text: 'Second' }], ...status },
      query,
    )
    expect(saved.points).toMatchObject([{ id: first!.id, text: 'First' }, { text: 'Second' }])
    expect(saved.points![1]!.id).not.toBe(first!.id)
  })

  it('in a global becomes a row of its own, and so do the rows in it', async () => {
    const admin = await cms.as('admin')
    const badges = [{ id: 'one', label: 'First' }, { id: 'one', label: 'Second' }]
    const { status } = await admin.send('POST', '/api/globals/enquiry-section', { body: { badges } })
    expect(status).toBe(200)
    const saved = (await admin.global('enquiry-section')).badges!
    expect(saved).toMatchObject([{ id: 'one', label: 'First' }, { label: 'Second' }])
    expect(saved[1]!.id).not.toBe('one')
    const links = [{ id: 'link', label: 'Journal', url: '/blog' }]
    const page = await admin.create(
      'pages',
      landingPage({
        path: '/twice',
        sections: [landingSection('hero', { id: 'hero', links }), landingSection('hero', { id: 'hero', links })],
        _status: 'published',
      }),
    )
    expect(page.sections).toMatchObject([{ id: 'hero', links }, { links: [{ label: 'Journal' }] }])
  })

  it('in another document is a copy', async () => {
    const admin = await cms.as('admin')
    const links = [{ label: 'Journal', url: '/blog' }]
    const { sections } = await admin.create(
      'pages',
      landingPage({ path: '/original', sections: [landingSection('hero', { links })], _status: 'published' }),
    )
    const draft = await admin.create('pages', landingPage({ path: '/copy', sections }), { draft: true })
    const copy = await admin.publish('pages', draft.id, { sections })
    expect(copy.sections).toMatchObject([{ blockType: 'hero', links }])
    expect((await admin.find('pages', { where: { path: { equals: '/original' } }, depth: 0 })).docs[0]!.sections)
      .toEqual(sections)
  })
})
