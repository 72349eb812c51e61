import type { Change } from '@masthead/shared/changes'
import { expect, it } from 'vitest'
import { Dependencies, dependencyOf } from '../../../server/changes/Dependencies'
import { FieldsUsed } from '../../../server/changes/FieldsUsed'

const ID = '0b0e5a3e-6a1c-4b59-9d43-0f4c4a1e8d01'
const CARD = '6b030e10020d91c32ed9ea0d'
const CATEGORY = '1b0e5a3e-6a1c-4b59-9d43-0f4c4a1e8d02'

const POST = '2b0e5a3e-6a1c-4b59-9d43-0f4c4a1e8d03'

const change = (...tags: string[]): Change => ({ number: 1, kind: 'changed', tags })
function edit(tag: string, ...fields: string[]): Change {
  return {
    number: 1,
    kind: 'changed',
    tags: [tag],
    fields: [...fields, 'updatedAt'],
  }
}

function usesOf(path: string, query: object, response: unknown): Dependencies {
  const dependencies = new Dependencies()
  dependencies.record({ path, query }, response)
  return dependencies
}

it('counts every document in an answer, and those that are only named', () => {
  const dependencies = usesOf('posts', { limit: 1 }, {
    docs: [{ id: ID, sections: [{ cards: [{ id: CARD }] }], category: CATEGORY }],
  })
  for (const tag of [`posts:${ID}`, `takeaway-cards:${CARD}`, `categories:${CATEGORY}`])
    expect(dependencies.isAffectedBy(change('path:/elsewhere', tag)), tag).toBe(true)
  expect(dependencies.isAffectedBy(change('posts:2b0e5a3e-6a1c-4b59-9d43-0f4c4a1e8d03', 'posts:list', 'site'))).toBe(
    false,
  )
})

it('counts globals and addresses by their names', () => {
  const dependencies = usesOf('globals/site', {}, { name: 'A site' })
  dependencies.recordPath('/blog/x')
  expect(dependencies.isAffectedBy(change('site'))).toBe(true)
  expect(dependencies.isAffectedBy(change('path:/blog/x'))).toBe(true)
  expect(dependencies.isAffectedBy(change('path:/blog/y', 'enquiry-section'))).toBe(false)
})

const dated = (date: string) => ({ id: ID, publishedAt: date })

it('counts a page of a list whatever comes into it, where the answer says how many there are', () => {
  const dependencies = usesOf('posts', { sort: '-publishedAt', limit: 10, page: 2 }, { docs: [dated('2026-05-01')] })
  expect(dependencies.isAffectedBy(change('posts:list@2026-01-01'))).toBe(true)
  expect(dependencies.isAffectedBy(change('posts:list:category=X@2026-01-01'))).toBe(false)
})

it('counts the newest of a list from the last that is shown', () => {
  const dependencies = usesOf('posts', { sort: '-publishedAt', limit: 2, pagination: false }, {
    docs: [dated('2026-05-03'), dated('2026-05-01')],
  })
  expect(dependencies.isAffectedBy(change('posts:list@2026-04-30'))).toBe(false)
  expect(dependencies.isAffectedBy(change('posts:list@2026-05-01'))).toBe(true)
  expect(dependencies.isAffectedBy(change('posts:list@2026-06-01'))).toBe(true)
})

it('counts a further page of a list from the last that is shown, too: what comes later moves it on', () => {
  const dependencies = usesOf('posts', { sort: '-publishedAt', limit: 1, page: 3, pagination: false }, {
    docs: [dated('2026-05-01')],
  })
  expect(dependencies.isAffectedBy(change('posts:list@2026-04-30'))).toBe(false)
  expect(dependencies.isAffectedBy(change('posts:list@2026-06-01'))).toBe(true)
})

it('counts the next older ones of a category between the last that is shown and the article itself', () => {
  const where = { category: { equals: CATEGORY }, publishedAt: { less_than: '2026-05-10' } }
  const full = usesOf('posts', { where, sort: '-publishedAt', limit: 1, pagination: false }, {
    docs: [dated('2026-05-03')],
  })
  const tag = (date: string) => change(`posts:list:category=${CATEGORY}@${date}`)
  expect(full.isAffectedBy(tag('2026-05-02'))).toBe(false)
  expect(full.isAffectedBy(tag('2026-05-07'))).toBe(true)
  expect(full.isAffectedBy(tag('2026-05-11'))).toBe(false)
  expect(full.isAffectedBy(change('posts:list@2026-05-07'))).toBe(false)

  const open = usesOf('posts', { where, sort: '-publishedAt', limit: 3, pagination: false }, {
    docs: [dated('2026-05-03')],
  })
  expect(open.isAffectedBy(tag('2020-01-01'))).toBe(true)
})

it('counts lists without dates whole', () => {
  expect(usesOf('services', { sort: '-weight,title' }, { docs: [] }).isAffectedBy(change('services:list'))).toBe(true)
})

it('counts of a document the fields that were asked for, whether the answer has a value for them or not', () => {
  const dependencies = usesOf('posts', { where: { slug: { equals: 'x' } }, select: { title: true, seo: true } }, {
    docs: [{ id: ID, title: 'X' }],
  })
  for (const field of ['title', 'seo', 'slug'])
    expect(dependencies.isAffectedBy(edit(`posts:${ID}`, field)), field).toBe(true)
  expect(dependencies.isAffectedBy(edit(`posts:${ID}`, 'readyForReview', 'tags'))).toBe(false)
  expect(dependencies.isAffectedBy(edit(`posts:${ID}`))).toBe(false)
  expect(dependencies.isAffectedBy(change(`posts:${ID}`))).toBe(true)
})

it('counts every field where the question does not name any', () => {
  const dependencies = usesOf('posts', { limit: 1 }, { docs: [{ id: ID, category: { id: CATEGORY } }] })
  expect(dependencies.isAffectedBy(edit(`posts:${ID}`, 'tags'))).toBe(true)
  expect(dependencies.isAffectedBy(edit(`categories:${CATEGORY}`, 'description'))).toBe(true)
})

it('counts of a populated document the fields that are populated of its collection', () => {
  const query = { select: { navigation: true }, populate: { pages: { path: true }, posts: { slug: true } } }
  const dependencies = usesOf('globals/site', query, {
    navigation: [
      { label: 'X', document: { relationTo: 'pages', value: { id: ID, path: '/x' } } },
      { label: 'Y', document: { relationTo: 'media', value: { id: CARD, alt: 'Y' } } },
    ],
  })
  expect(dependencies.isAffectedBy(edit(`pages:${ID}`, 'seo'))).toBe(false)
  expect(dependencies.isAffectedBy(edit(`pages:${ID}`, 'path'))).toBe(true)
  expect(dependencies.isAffectedBy(edit(`media:${CARD}`, 'credit'))).toBe(true)
  expect(dependencies.isAffectedBy({ number: 1, kind: 'gone', tags: [`pages:${ID}`] })).toBe(true)
})

it('counts of a document that is not public only that it may become public', () => {
  const dependencies = usesOf('posts', { select: { related: true }, populate: { posts: { title: true } } }, {
    docs: [{ id: ID, related: [POST] }],
  })
  expect(dependencies.isAffectedBy(edit(`posts:${POST}`, 'title'))).toBe(false)
  expect(dependencies.isAffectedBy(change(`posts:${POST}`))).toBe(true)
})

it('counts the fields of all uses of a document', () => {
  const dependencies = new Dependencies()
  dependencies.record({ path: 'posts', query: { select: { related: true }, populate: { posts: { title: true } } } }, {
    docs: [{ id: ID, related: [POST, { id: ID, title: 'X' }] }],
  })
  dependencies.record({ path: 'posts', query: { select: { hero: true } } }, { docs: [{ id: POST }] })
  expect(['related', 'title', 'hero'].filter(field => dependencies.isAffectedBy(edit(`posts:${ID}`, field)))).toEqual([
    'related',
    'title',
  ])
  expect(['related', 'title', 'hero'].filter(field => dependencies.isAffectedBy(edit(`posts:${POST}`, field)))).toEqual(
    ['hero'],
  )
})

it('counts of a global the fields that were asked for', () => {
  const dependencies = usesOf('globals/enquiry-section', { select: { heading: true } }, { heading: 'Ask' })
  expect(dependencies.isAffectedBy(edit('enquiry-section', 'thanks'))).toBe(false)
  expect(dependencies.isAffectedBy(edit('enquiry-section', 'heading'))).toBe(true)
  expect(dependencies.isAffectedBy(change('enquiry-section'))).toBe(true)
  expect(usesOf('globals/site', {}, {}).isAffectedBy(edit('site', 'footer'))).toBe(true)
})

it('counts a list without dates when a field changes by which it is chosen or ordered, or one that it shows', () => {
  const query = {
    where: { placements: { equals: 'banner' }, or: [{ 'link.url': { exists: true } }] },
    select: { headline: true },
    sort: '-weight,createdAt',
    limit: 24,
  }
  const dependencies = usesOf('ctas', query, { docs: [{ id: ID, headline: 'X' }] })
  const touching = (id: string) =>
    ['placements', 'link', 'weight', 'createdAt', 'headline', 'tags']
      .filter(field => dependencies.isAffectedBy({ ...edit(`ctas:${id}`, field), tags: [`ctas:${id}`, 'ctas:list'] }))
  expect(touching(ID)).toEqual(['placements', 'link', 'weight', 'createdAt', 'headline'])
  expect(touching(POST)).toEqual(['placements', 'link', 'weight', 'createdAt'])
  expect(dependencies.isAffectedBy(change(`ctas:${POST}`, 'ctas:list'))).toBe(true)
})

it('counts a list by date whichever field moved something in it', () => {
  const dependencies = usesOf('posts', { select: { title: true }, sort: '-publishedAt', limit: 2, pagination: false }, {
    docs: [],
  })
  expect(
    dependencies.isAffectedBy({
      ...edit(`posts:${POST}`, 'publishedAt'),
      tags: [`posts:${POST}`, 'posts:list@2026-05-01'],
    }),
  ).toBe(true)
  expect(dependencies.isAffectedBy({ ...edit(`posts:${POST}`, 'publishedAt'), tags: ['posts:list'] })).toBe(true)
})

it('counts how many there are by the fields that are counted by', () => {
  const dependencies = usesOf('services/count', { where: { weight: { greater_than: 1 } } }, { totalDocs: 2 })
  expect(dependencies.isAffectedBy(edit('services:list', 'weight'))).toBe(true)
  expect(dependencies.isAffectedBy(edit('services:list', 'title'))).toBe(false)
})

it('counts no section as a document', () => {
  expect(
    usesOf('posts', { select: { sections: true } }, {
      docs: [{ id: ID, sections: [{ blockType: 'takeaways', id: CARD, cards: [POST] }] }],
    }).entries.map(({ name }) => name),
  ).toEqual([ID, POST])
})

it('is the same when it was written down and read again', () => {
  const dependencies = usesOf('posts', {
    where: { category: { equals: CATEGORY } },
    select: { title: true, authors: true },
    populate: { authors: { name: true } },
    sort: '-publishedAt',
    limit: 1,
    pagination: false,
  }, { docs: [{ ...dated('2026-05-01'), authors: [{ id: CARD, name: 'X' }, POST] }] })
  dependencies.record({ path: 'ctas', query: { sort: '-weight' } }, { docs: [{ id: CATEGORY }] })
  dependencies.recordPath('/x')
  expect(dependencies.entries).toEqual([
    { name: ID, use: FieldsUsed.of({ posts: ['authors', 'category', 'publishedAt', 'title'] }).id },
    { name: CARD, use: FieldsUsed.of({ authors: ['name'] }).id },
    { name: POST, use: FieldsUsed.none.id },
    { name: CATEGORY, use: FieldsUsed.all.id },
    { name: 'path:/x', use: FieldsUsed.all.id },
    {
      name: `posts:list:category=${CATEGORY}`,
      use: JSON.stringify([{ from: '2026-05-01', fields: FieldsUsed.of({ posts: ['category', 'publishedAt'] }).id }]),
    },
    { name: 'ctas:list', use: JSON.stringify([{ fields: FieldsUsed.of({ ctas: ['weight'] }).id }]) },
  ])
  for (const dependency of dependencies.entries)
    expect(Dependencies.of(dependency).entries).toEqual([dependency])
  expect([`posts:${ID}`, 'ctas:list', `posts:list:category=${CATEGORY}@2026`, 'path:/x', 'site'].map(dependencyOf))
    .toEqual([ID, 'ctas:list', `posts:list:category=${CATEGORY}`, 'path:/x', 'site'])
})

it('counts every field where it is not known any more which ones were asked for', () => {
  const dependencies = Dependencies.of({ name: ID, use: 'an id of another time' })
  expect(dependencies.isAffectedBy({ number: 1, kind: 'changed', tags: [`posts:${ID}`], fields: ['anything'] })).toBe(
    true,
  )
})
