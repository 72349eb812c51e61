import { marketersWork } from '../access.ts'
import { slug } from '../addresses/slug.ts'
import { landingKinds } from '../blocks/kinds.ts'
import { seo } from '../fields/seo.ts'
import { sectionsField } from '../sections/sectionsField.ts'
import { defineCollection } from './defineCollection.ts'

export const Services = defineCollection({
  slug: 'services',
  labels: { singular: 'Service', plural: 'Services' },
  readers: true,
  drafts: true,
  audited: 'content',
  trash: true,
  access: marketersWork,
  admin: {
    group: 'Marketing',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'weight', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'summary'],
    description: 'The services on offer. Each has its own page.',
  },
  defaultSort: '-weight',
  defaultPopulate: { title: true, slug: true },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Page',
          fields: [
            { name: 'title', type: 'text', required: true, maxLength: 120 },
            {
              name: 'summary',
              type: 'textarea',
              required: true,
              maxLength: 400,
              admin: { description: 'Two sentences, for the list of services and under the title.' },
            },
            sectionsField(landingKinds),
          ],
        },
        { label: 'Search and sharing', fields: [seo] },
      ],
    },
    slug({
      from: 'title',
      description: 'The end of the page’s address. It follows the title until the service is published.',
    }),
    {
      name: 'weight',
      type: 'number',
      defaultValue: 0,
      min: -1000,
      max: 1000,
      admin: { position: 'sidebar', description: 'The highest comes first in the list.' },
    },
  ],
})
