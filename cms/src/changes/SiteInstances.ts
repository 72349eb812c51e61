import { defineInternalCollection } from '../collections/defineInternalCollection.ts'

/** How far each web has followed the change feed, whichever CMS it asks. Kept by the CMS, as the feed is. */
export const SiteInstances = defineInternalCollection({
  slug: 'webs',
  labels: { singular: 'Web', plural: 'Webs' },
  timestamps: false,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, index: true },
    { name: 'followed', type: 'number', required: true },
    { name: 'seenAt', type: 'date', required: true },
    // The pages that the last entries touched there. A site instance of an earlier version does not report them.
    { name: 'touched', type: 'json' },
  ],
})
