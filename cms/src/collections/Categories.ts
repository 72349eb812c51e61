import { editorsWork } from '../access.ts'
import { slug } from '../addresses/slug.ts'
import { defineCollection } from './defineCollection.ts'

export const Categories = defineCollection({
  slug: 'categories',
  labels: { singular: 'Category', plural: 'Categories' },
  readers: true,
  drafts: false,
  audited: 'content',
  trash: true,
  access: editorsWork,
  admin: {
    group: 'Articles',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'updatedAt'],
    description: 'The subjects of the journal. Each article has one.',
  },
  defaultSort: 'title',
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 80 },
    { name: 'description', type: 'textarea', maxLength: 400 },
    slug({ from: 'title', description: 'The end of the category’s address.' }),
  ],
})
