import { section } from './section.ts'

export const Code = section({
  slug: 'code',
  name: 'Code',
  plural: 'Code',
  fields: [
    // Payload's own code field loads its editor from a foreign server; this one works without a network.
    { name: 'code', type: 'textarea', required: true, maxLength: 20_000, admin: { className: 'code-field', rows: 10 } },
    {
      type: 'row',
      fields: [
        { name: 'language', type: 'text', maxLength: 30, admin: { width: '30%', placeholder: 'sql' } },
        { name: 'caption', type: 'text', maxLength: 300, admin: { width: '70%' } },
      ],
    },
  ],
})
