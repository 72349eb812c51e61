import { section } from './section.ts'

export const Spotlight = section({
  slug: 'spotlight',
  name: 'Spotlight cards',
  plural: 'Spotlight cards',
  label: 'spotlight',
  fields: [
    {
      name: 'cards',
      type: 'relationship',
      relationTo: 'takeaway-cards',
      hasMany: true,
      required: true,
      admin: { description: 'Numbered by their order: drag to change it.' },
    },
  ],
})
