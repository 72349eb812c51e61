import type { ArrayField } from 'payload'
import { rowLabel } from '../admin/rowLabel.ts'

/** Figures that stand out: “$1B+”, “Network staked”. */
export const stats: ArrayField = {
  name: 'stats',
  type: 'array',
  maxRows: 4,
  labels: { singular: 'Figure', plural: 'Figures' },
  admin: { components: rowLabel('value', 'label'), description: 'One to four figures, drawn large.' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'value', type: 'text', required: true, maxLength: 40, admin: { width: '30%', placeholder: '10×' } },
        {
          name: 'label',
          type: 'text',
          required: true,
          maxLength: 80,
          admin: { width: '35%', placeholder: 'Cost volatility' },
        },
        {
          name: 'source',
          type: 'text',
          maxLength: 200,
          admin: { width: '35%', placeholder: 'The source of the figure' },
        },
      ],
    },
  ],
}
