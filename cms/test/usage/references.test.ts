import { describe, expect, it } from 'vitest'
import config from '../../src/payload.config.ts'
import { references } from '../../src/usage/references.ts'

const { collections } = await config
const hook = references.hooks!.beforeChange![0]!

/** The tags that a document is given, where only the documents of these ids exist. */
async function tagsOf(slug: string, data: object, existing: string[]): Promise<string[]> {
  const find = async () => ({ docs: existing.map(id => ({ id })) })
  const req = {
    context: {},
    payload: { collections: Object.fromEntries(collections.map(({ slug }) => [slug, {}])), find },
  }
  const collection = collections.find(collection => collection.slug === slug)
  return await hook({ collection, data, req } as unknown as Parameters<typeof hook>[0]) as string[]
}

function link(value: unknown) {
  return {
    type: 'link',
    fields: { linkType: 'internal', doc: { relationTo: 'posts', value } },
    children: [],
  }
}
function text(...children: object[]) {
  return {
    root: { children: [{ type: 'list', children: [{ type: 'listitem', children }] }] },
  }
}

describe('what an article refers to', () => {
  it('is found wherever it stands, once', async () => {
    const post = {
      hero: 'hero',
      seo: { image: { id: 'shared' } },
      category: 'category',
      authors: ['ada', { id: 'grace' }],
      related: ['next'],
      owner: 'somebody',
      sections: [
        { blockType: 'comparison', table: 'table' },
        { blockType: 'spotlight', cards: ['card', 'card'] },
        { blockType: 'takeaways', cards: ['card', 'other'] },
        { blockType: 'picture', image: 'hero' },
        {
          blockType: 'prose',
          body: text(link('linked'), {
            type: 'link',
            fields: { linkType: 'custom', url: 'https://example.com' },
            children: [],
          }),
        },
        { blockType: 'faq', questions: [{ question: '?', answer: text(link({ id: 'answered' })) }] },
      ],
    }
    expect(
      (await tagsOf('posts', post, [
        'hero',
        'shared',
        'category',
        'ada',
        'grace',
        'next',
        'table',
        'card',
        'other',
        'linked',
        'answered',
      ])).sort(),
    ).toEqual([
      'authors:ada',
      'authors:grace',
      'categories:category',
      'comparison-tables:table',
      'media:hero',
      'media:shared',
      'posts:answered',
      'posts:linked',
      'posts:next',
      'takeaway-cards:card',
      'takeaway-cards:other',
    ])
  })

  it('is nothing while there is nothing', async () => {
    for (
      const post of [{}, { sections: null, authors: null, hero: null }, {
        sections: [{ blockType: 'prose', body: null }],
      }]
    )
      expect(await tagsOf('posts', post, [])).toEqual([])
  })

  it('must exist', async () => {
    await expect(tagsOf('posts', { hero: 'gone' }, [])).rejects.toThrow(
      'It refers to one of the media that does not exist (gone). Choose another, or take it out.',
    )
  })
})
