import { defineInternalCollection } from '../collections/defineInternalCollection.ts'

/**
 * Stores how far each site instance has followed the change feed. It is in the database, because an instance may send
 * its requests to any CMS process.
 */
export const SiteInstances = defineInternalCollection({
  slug: 'webs',
  labels: { singular: 'Site instance', plural: 'Site instances' },
  timestamps: false,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, index: true },
    { name: 'followed', type: 'number', required: true },
    { name: 'seenAt', type: 'date', required: true },
    // The cached pages that the last entries affected there. A site instance of an earlier version does not report
    // them.
    { name: 'touched', type: 'json' },
  ],
})
