import type { ArrayField } from 'payload'
import { rowLabel } from '../admin/rowLabel.ts'

/** Short arguments under a card's text, drawn as a list: a bold lead, then its explanation. */
export const points: ArrayField = {
  name: 'points',
  type: 'array',
  maxRows: 8,
  labels: { singular: 'Point', plural: 'Points' },
  admin: {
    components: rowLabel('lead', 'text'),
    description:
      'A list under the text. Lines that begin with “- ” pasted into the text above move here by themselves.',
  },
  fields: [
    {
      name: 'lead',
      type: 'text',
      maxLength: 120,
      admin: { description: 'The few bold words in front, without the colon.' },
    },
    { name: 'text', type: 'textarea', required: true, maxLength: 600 },
  ],
}
