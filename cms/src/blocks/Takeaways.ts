import { section } from './section.ts'

export const Takeaways = section({
  slug: 'takeaways',
  name: 'Takeaways',
  plural: 'Takeaways',
  label: 'takeaways',
  fields: [
    {
      name: 'cards',
      type: 'relationship',
      relationTo: 'takeaway-cards',
      hasMany: true,
      required: true,
      admin: { description: 'What a busy reader takes along. Numbered by their order: drag to change it.' },
    },
  ],
})
