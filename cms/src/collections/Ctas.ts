import { marketersWork } from '../access.ts'
import { link } from '../fields/link.ts'
import { defineCollection } from './defineCollection.ts'

export const Ctas = defineCollection({
  slug: 'ctas',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  readers: true,
  drafts: true,
  audited: 'content',
  trash: true,
  access: marketersWork,
  admin: {
    group: 'Marketing',
    useAsTitle: 'headline',
    defaultColumns: ['headline', '_status', 'placements', 'weight', 'updatedAt'],
    description: 'Short invitations: in the banner over every page, and at the end of articles.',
  },
  defaultSort: '-weight',
  fields: [
    { name: 'headline', type: 'text', required: true, maxLength: 120 },
    link({ label: 'Button' }),
    {
      name: 'placements',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['banner'],
      options: [
        { value: 'banner', label: 'Banner over every page' },
        { value: 'end-of-article', label: 'End of articles' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'weight',
      type: 'number',
      defaultValue: 0,
      min: -1000,
      max: 1000,
      admin: {
        position: 'sidebar',
        description: 'The highest comes first. At the end of articles only the first is shown.',
      },
    },
  ],
})
