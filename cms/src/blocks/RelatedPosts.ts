import { defineSection } from './defineSection.ts'

export const RelatedPosts = defineSection({
  slug: 'relatedPosts',
  name: 'Chosen articles',
  plural: 'Chosen articles',
  fields: [
    {
      name: 'posts',
      type: 'relationship',
      relationTo: 'posts',
      hasMany: true,
      required: true,
      maxRows: 8,
      admin: { description: 'In this order: drag to change it.' },
    },
  ],
})
