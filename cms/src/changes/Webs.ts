import type { CollectionConfig } from 'payload'
import { nobody } from '../access.ts'

/** How far each web has followed the change feed, whichever CMS it asks. Kept by the CMS, as the feed is. */
export const Webs: CollectionConfig<'webs'> = {
  slug: 'webs',
  labels: { singular: 'Web', plural: 'Webs' },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  endpoints: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, index: true },
    { name: 'followed', type: 'number', required: true },
    { name: 'seenAt', type: 'date', required: true },
  ],
}
