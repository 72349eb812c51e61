import { section } from './section.ts'

export const Code = section({
  slug: 'code',
  name: 'Code',
  plural: 'Code',
  fields: [
    { name: 'code', type: 'code', required: true, maxLength: 20_000 },
    {
      type: 'row',
      fields: [
        { name: 'language', type: 'text', maxLength: 30, admin: { width: '30%', placeholder: 'sql' } },
        { name: 'caption', type: 'text', maxLength: 300, admin: { width: '70%' } },
      ],
    },
  ],
})
