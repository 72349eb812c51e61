import { defineSection } from './defineSection.ts'

export const LatestPosts = defineSection({
  slug: 'latestPosts',
  name: 'Latest articles',
  plural: 'Latest articles',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'count', type: 'number', required: true, defaultValue: 3, min: 1, max: 12, admin: { width: '50%' } },
        {
          name: 'category',
          type: 'relationship',
          relationTo: 'categories',
          admin: { width: '50%', description: 'Empty: of all categories.' },
        },
      ],
    },
  ],
})
