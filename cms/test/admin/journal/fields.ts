import type { ClientField } from 'payload'
import type { Schema } from '../../../src/admin/journal/fieldAt.ts'

/** The fields of an article, as much as the tests need. */
export function schema(rows: Schema['rows'] = new Map()): Schema {
  return { fields, blocks: {}, rows }
}

const fields = [
  {
    type: 'tabs',
    tabs: [{
      label: 'Article',
      fields: [
        { name: 'title', type: 'text', label: 'Title' },
        { name: 'category', type: 'relationship', relationTo: 'categories', label: 'Category' },
        {
          name: 'sections',
          type: 'blocks',
          label: 'Sections',
          blocks: [
            {
              slug: 'prose',
              labels: { singular: 'Text', plural: 'Texts' },
              fields: [{ name: 'heading', type: 'text', label: 'Heading' }, {
                name: 'body',
                type: 'richText',
                label: 'Text',
              }],
            },
            {
              slug: 'faq',
              labels: { singular: 'Questions', plural: 'Questions' },
              fields: [{
                name: 'questions',
                type: 'array',
                label: 'Questions',
                labels: { singular: 'Question', plural: 'Questions' },
                fields: [{ name: 'question', type: 'text', label: 'Question' }],
              }],
            },
          ],
        },
      ],
    }],
  },
  { name: 'seo', type: 'group', label: 'Search', fields: [{ name: 'title', type: 'text', label: 'Title' }] },
  { name: 'password', type: 'text', label: 'Password' },
  { name: 'hash', type: 'text', label: 'Hash', admin: { hidden: true } },
  { name: 'owner', type: 'relationship', relationTo: 'users', label: 'Owner', admin: { readOnly: true } },
] as ClientField[]
