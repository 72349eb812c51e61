import { rowLabel } from '../admin/rowLabel.ts'
import { linkFields } from '../fields/link.ts'
import { defineSection } from './defineSection.ts'

export const Hero = defineSection({
  slug: 'hero',
  name: 'Opening',
  plural: 'Openings',
  fields: [
    { name: 'image', type: 'upload', relationTo: 'media', label: 'Picture' },
    {
      name: 'links',
      type: 'array',
      maxRows: 3,
      labels: { singular: 'Link', plural: 'Links' },
      admin: { components: rowLabel('label') },
      fields: linkFields(true),
    },
  ],
})
