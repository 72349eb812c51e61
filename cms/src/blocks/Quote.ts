import { section } from './section.ts'

export const Quote = section({
  slug: 'quote',
  name: 'Quote',
  plural: 'Quotes',
  fields: [
    { name: 'text', type: 'textarea', required: true, maxLength: 1200 },
    {
      type: 'row',
      fields: [
        { name: 'person', type: 'text', maxLength: 120, admin: { width: '50%', description: 'Who said it, and in what role.' } },
        { name: 'source', type: 'text', maxLength: 200, admin: { width: '50%', description: 'Where: a talk, a paper, a book.' } },
      ],
    },
  ],
})
