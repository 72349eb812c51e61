import type { Role } from '@masthead/shared/roles'
import { describe, expect, it } from 'vitest'
import config from '../../../src/payload.config.ts'
import { forbidRelationQueries } from '../../../src/server/query/forbidRelationQueries.ts'

const posts = (await config).collections.find(({ slug }) => slug === 'posts')!

async function ask(args: object, role?: Role): Promise<'answered' | 'refused'> {
  const req = { user: role && { role } }
  const asked = { args, collection: posts, req } as unknown as Parameters<typeof forbidRelationQueries>[0]
  return Promise.resolve(asked).then(forbidRelationQueries).then(() => 'answered', () => 'refused')
}

const like = { like: 'a' }

describe('a reader’s query', () => {
  it.each([
    { where: { title: like } },
    { where: { slug: { equals: 'a' } } },
    { where: { 'category': { equals: 'id' }, 'authors.id': { in: ['id'] } } },
    { where: { or: [{ title: like }, { AND: [{ 'seo.title': like }] }] } },
    { sort: ['-publishedAt', 'title'] },
    {},
  ])('may name what stands in the document itself: %j', async (args) => {
    expect(await ask(args)).toBe('answered')
  })

  it.each([
    { where: { 'category.title': like } },
    { where: { category__title: like } },
    { where: { 'hero.alt': like } },
    { where: { 'seo.image.alt': like } },
    { where: { 'sections.cards.title': like } },
    { where: { 'sections.spotlight.cards.title': like } },
    { where: { 'version.related.title': like } },
    { where: { 'parent.title': like } },
    { where: { related: { contains: { title: like } } } },
    { where: { related: { contains: { or: [{ title: like }] } } } },
    { where: { related: { in: [{ title: like }] } } },
    { where: { Or: [{ aND: [{ 'owner.email': like }] }] } },
    { where: { or: { 0: { 'related.title': like } } } },
    { sort: 'category.title' },
    { sort: ['title', '-authors__name'] },
  ])('may not look into another: %j', async (args) => {
    expect(await ask(args)).toBe('refused')
    expect(await ask(args, 'marketer')).toBe('refused')
    expect(await ask(args, 'writer')).toBe('refused')
  })
})

describe('an editor’s query', () => {
  it('may look into other documents', async () => {
    expect(
      await ask({ where: { 'related.title': like, 'sections.cards.title': like }, sort: 'category.title' }, 'editor'),
    ).toBe('answered')
  })

  it.each([
    { where: { 'owner.email': like } },
    { where: { 'related.owner.resetPasswordToken': like } },
    { where: { version__owner__salt: like } },
    { sort: '-owner.role' },
  ])('may not look into people’s accounts: %j', async (args) => {
    expect(await ask(args, 'editor')).toBe('refused')
    expect(await ask(args, 'admin')).toBe('answered')
  })
})
