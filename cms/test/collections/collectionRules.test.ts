import type { CollectionConfig, Config } from 'payload'
import { describe, expect, it } from 'vitest'
import { marketersWork } from '../../src/access.ts'
import { captureOldPath, redirectOldAddress } from '../../src/addresses/redirectOldAddress.ts'
import { slug } from '../../src/addresses/slug.ts'
import { collectionRules } from '../../src/collections/collectionRules.ts'
import { defineCollection, factsOf } from '../../src/collections/defineCollection.ts'
import { defineInternalCollection } from '../../src/collections/defineInternalCollection.ts'
import config from '../../src/payload.config.ts'
import { preserveAnchors } from '../../src/sections/preserveAnchors.ts'
import { describeBulkErrors } from '../../src/server/describeBulkErrors.ts'
import { forbidRelationQueries } from '../../src/server/query/forbidRelationQueries.ts'
import { refuseDeleteWhileUsed, refuseTrashWhileUsed } from '../../src/usage/refuseWhileUsed.ts'

const { collections } = await config

it('is known of each collection but Payload’s and those without routes whether readers see it', () => {
  const unknown = collections.filter(({ custom, endpoints, slug }) =>
    endpoints && !custom?.facts && !slug.startsWith('payload-') && slug !== 'audit-log',
  )
  expect(unknown.map(({ slug }) => slug)).toEqual([])
})

it('is recorded in the audit log what becomes of all that readers see', () => {
  const unrecorded = collections.filter(collection =>
    factsOf(collection).readers && factsOf(collection).audited !== 'content',
  )
  expect(unrecorded.map(({ slug }) => slug)).toEqual([])
})

describe('a new collection', () => {
  it('gets what follows from its fields, in the order in which the rules hold', async () => {
    const own = () => undefined
    const { endpoints, fields, hooks } = await ruled(event({ hooks: { beforeChange: [own] } }), offerOf('services'))
    expect(hooks).toMatchObject({ beforeOperation: [forbidRelationQueries], afterOperation: [describeBulkErrors] })
    expect(hooks!.beforeChange).toEqual([own, preserveAnchors, captureOldPath])
    expect(hooks!.afterChange).toEqual([redirectOldAddress])
    expect(hooks!.afterError).toHaveLength(1)
    expect(names(fields)).toEqual(['title', 'slug', 'photo', 'sections', 'references'])
    expect(endpoints).toEqual([])
  })

  it('says where its documents are used once another collection refers to it, and keeps them from going meanwhile', async () => {
    const { endpoints, fields, hooks } = await ruled(event(), { type: 'row', fields: [offerOf('posts')] })
    expect(names(fields)).toContain('usedIn')
    expect((endpoints || []).map(({ path }) => path)).toEqual(['/:id/uses'])
    expect(hooks!.beforeChange).toEqual([refuseTrashWhileUsed, preserveAnchors, captureOldPath])
    expect(hooks!.beforeDelete).toEqual([refuseDeleteWhileUsed])
  })

  it('without routes gets no rule, because no request reaches it', async () => {
    const webs = defineInternalCollection({
      slug: 'webs',
      labels: { singular: 'Site instance', plural: 'Site instances' },
      fields: [offerOf('posts')],
    })
    expect(await collectionRules({ collections: [webs] } as unknown as Config)).toEqual({ collections: [webs] })
  })
})

/** A collection as a newcomer defines it, under the name of one that has pages. */
function event(overrides: Partial<CollectionConfig<'posts'>> = {}): CollectionConfig {
  return defineCollection({
    slug: 'posts',
    labels: { singular: 'Event', plural: 'Events' },
    readers: true,
    drafts: true,
    audited: 'content',
    access: marketersWork,
    admin: { useAsTitle: 'title' },
    fields: [
      { name: 'title', type: 'text', required: true },
      slug({ from: 'title', description: '' }),
      { type: 'row', fields: [{ name: 'photo', type: 'upload', relationTo: 'media' }] },
      { type: 'tabs', tabs: [{ label: 'Page', fields: [{ name: 'sections', type: 'blocks', blocks: [] }] }] },
    ],
    ...overrides as object,
  }) as CollectionConfig
}

function offerOf(relationTo: 'posts' | 'services') {
  return { name: 'offer', type: 'relationship', relationTo } as const
}

async function ruled(
  collection: CollectionConfig,
  other: CollectionConfig['fields'][number],
): Promise<CollectionConfig> {
  const { collections } = await collectionRules(
    { collections: [collection, { slug: 'ctas', fields: [other] }] } as unknown as Config,
  )
  return collections![0]!
}

function names(fields: CollectionConfig['fields']): string[] {
  return fields.flatMap(field =>
    'name' in field && field.name
      ? [field.name]
      : 'fields' in field
        ? names(field.fields)
        : field.type === 'tabs'
          ? field.tabs.flatMap(tab => names(tab.fields))
          : [],
  )
}
