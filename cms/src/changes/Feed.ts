import { defineInternalCollection } from '../collections/defineInternalCollection.ts'

/** Stores the entries of the change feed. It has no routes of its own: `GET /api/changes` reads it. */
export const Feed = defineInternalCollection({
  slug: 'feed',
  labels: { singular: 'Change', plural: 'Changes' },
  fields: [
    // The sequence number. Absent until the change is committed. Both databases ignore absent values in a unique index.
    { name: 'number', type: 'number', unique: true, index: true },
    { name: 'kind', type: 'select', options: ['changed', 'gone'], required: true },
    { name: 'tags', type: 'json', required: true },
    // Absent if all fields may have changed, and in the entries of earlier versions.
    { name: 'fields', type: 'json' },
  ],
})
