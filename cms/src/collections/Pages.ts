import { marketersWork } from '../access.ts'
import { path } from '../addresses/path.ts'
import { landingKinds } from '../blocks/kinds.ts'
import { seo } from '../fields/seo.ts'
import { sectionsField } from '../sections/sectionsField.ts'
import { defineCollection } from './defineCollection.ts'

export const Pages = defineCollection({
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  readers: true,
  drafts: true,
  audited: 'content',
  trash: true,
  access: marketersWork,
  admin: {
    group: 'Marketing',
    useAsTitle: 'title',
    defaultColumns: ['title', 'path', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'path'],
    description: 'Landing pages at any address. The page at / is the home page.',
  },
  defaultSort: 'path',
  defaultPopulate: { title: true, path: true },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Page',
          fields: [
            { name: 'title', type: 'text', required: true, maxLength: 160 },
            sectionsField(landingKinds),
          ],
        },
        { label: 'Search and sharing', fields: [seo] },
      ],
    },
    path,
  ],
})
