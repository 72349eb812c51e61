import { section } from './section.ts'

export const Picture = section({
  slug: 'picture',
  name: 'Picture',
  plural: 'Pictures',
  fields: [
    { name: 'image', type: 'upload', relationTo: 'media', required: true },
    { name: 'caption', type: 'textarea', maxLength: 400, admin: { description: 'Under the picture. What it shows for those who cannot see it is the picture’s own alternative text.' } },
  ],
})
