import { rowLabel } from '../admin/rowLabel.ts'
import { section } from './section.ts'

export const Faq = section({
  slug: 'faq',
  name: 'Questions',
  plural: 'Questions',
  label: 'questions',
  fields: [
    {
      name: 'questions',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 30,
      labels: { singular: 'Question', plural: 'Questions' },
      admin: { components: rowLabel('question') },
      fields: [
        { name: 'question', type: 'text', required: true, maxLength: 200 },
        { name: 'answer', type: 'richText', required: true },
      ],
    },
  ],
})
