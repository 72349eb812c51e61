import type { CollectionConfig } from 'payload'
import { nobody } from '../access.ts'

/** Where the entries of the change feed are kept. It has no routes of its own: `GET /api/changes` reads it. */
export const Feed: CollectionConfig<'feed'> = {
  slug: 'feed',
  labels: { singular: 'Change', plural: 'Changes' },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  endpoints: false,
  lockDocuments: false,
  fields: [
    // Absent until the change is committed. Unique among those that there are, on both databases.
    { name: 'number', type: 'number', unique: true, index: true },
    { name: 'kind', type: 'select', options: ['changed', 'gone'], required: true },
    { name: 'tags', type: 'json', required: true },
  ],
}
