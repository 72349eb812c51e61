import { stats } from '../fields/stats.ts'
import { defineSection } from './defineSection.ts'

export const Proof = defineSection({
  slug: 'proof',
  name: 'Figures',
  plural: 'Figures',
  fields: [{
    ...stats,
    required: true,
    minRows: 1,
    maxRows: 8,
    admin: { ...stats.admin, description: 'One to eight figures, drawn large.' },
  }],
})
