import { readCards } from '../import/readCards.ts'
import { defineSection } from './defineSection.ts'

export const Takeaways = defineSection({
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
      admin: { description: 'The points that a busy reader remembers. Numbered by their order: drag to change it.' },
    },
  ],
  article: {
    read: readCards,
    sources: ({ cards }) => ({ cards }),
    example: `:::takeaways
::card{ref="write-less"}
:::`,
  },
})
