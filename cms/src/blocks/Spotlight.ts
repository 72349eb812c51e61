import { readCards } from '../import/readCards.ts'
import { defineSection } from './defineSection.ts'

export const Spotlight = defineSection({
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
  article: {
    read: readCards,
    sources: ({ cards }) => ({ cards }),
    example: `:::spotlight
## Three ways out

:::card{key="write-less"}
### Write less
A paragraph or two of plain text.

- **Batch:** one fsync for many commits.
- **Delta:** only what changed.

::stat{value="10×" label="Fewer syncs" source="Our bench"}
:::
:::`,
  },
})
