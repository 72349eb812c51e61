import { rowLabel } from '../admin/rowLabel.ts'
import { defineSection } from './defineSection.ts'

export const Offer = defineSection({
  slug: 'offer',
  name: 'Offer',
  plural: 'Offers',
  fields: [
    {
      name: 'items',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 12,
      labels: { singular: 'Item', plural: 'Items' },
      admin: { components: rowLabel('title') },
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: 120 },
        { name: 'text', type: 'textarea', required: true, maxLength: 600 },
      ],
    },
  ],
})
