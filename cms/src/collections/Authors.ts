import { editorsWork } from '../access.ts'
import { slug } from '../addresses/slug.ts'
import { defineCollection } from './defineCollection.ts'

export const Authors = defineCollection({
  slug: 'authors',
  labels: { singular: 'Author', plural: 'Authors' },
  readers: true,
  drafts: false,
  audited: 'content',
  trash: true,
  access: editorsWork,
  admin: {
    group: 'Articles',
    useAsTitle: 'name',
    defaultColumns: ['name', 'jobTitle', 'updatedAt'],
    description: 'The names under the articles. They need no account here.',
  },
  defaultSort: 'name',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, maxLength: 120, admin: { width: '50%' } },
        { name: 'jobTitle', type: 'text', maxLength: 120, admin: { width: '50%' } },
      ],
    },
    { name: 'bio', type: 'textarea', maxLength: 800, admin: { description: 'Two or three sentences.' } },
    { name: 'photo', type: 'upload', relationTo: 'media' },
    slug({ from: 'name', description: 'The end of the author’s address.' }),
  ],
})
