import { section } from './section.ts'

export const Comparison = section({
  slug: 'comparison',
  name: 'Comparison table',
  plural: 'Comparison tables',
  fields: [
    {
      name: 'table',
      type: 'relationship',
      relationTo: 'comparison-tables',
      required: true,
      admin: { description: 'A table may stand in several articles: what is changed in it changes in all of them. Where heading and summary are empty, its own title and description are shown.' },
    },
  ],
})
