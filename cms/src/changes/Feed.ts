import { defineInternalCollection } from '../collections/defineInternalCollection.ts'

/** Where the entries of the change feed are kept. It has no routes of its own: `GET /api/changes` reads it. */
export const Feed = defineInternalCollection({
  slug: 'feed',
  labels: { singular: 'Change', plural: 'Changes' },
  fields: [
    // Absent until the change is committed. Unique among those that there are, on both databases.
    { name: 'number', type: 'number', unique: true, index: true },
    { name: 'kind', type: 'select', options: ['changed', 'gone'], required: true },
    { name: 'tags', type: 'json', required: true },
    // Absent where all may have changed, and in the entries of earlier versions.
    { name: 'fields', type: 'json' },
  ],
})
