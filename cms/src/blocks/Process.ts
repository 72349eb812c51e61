import { rowLabel } from '../admin/rowLabel.ts'
import { defineSection } from './defineSection.ts'

export const Process = defineSection({
  slug: 'process',
  name: 'Process',
  plural: 'Processes',
  fields: [
    {
      name: 'steps',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 12,
      labels: { singular: 'Step', plural: 'Steps' },
      admin: { components: rowLabel('title'), description: 'Numbered by their order.' },
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: 120 },
        { name: 'text', type: 'textarea', required: true, maxLength: 600 },
      ],
    },
  ],
})
