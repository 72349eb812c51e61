import { onlyStaff, writersWork } from '../access.ts'
import { slug } from '../addresses/slug.ts'
import { articleKinds } from '../blocks/kinds.ts'
import { LISTED } from '../database/LISTED.ts'
import { publishedAt } from '../drafts/publishedAt.ts'
import { dateAndTime } from '../fields/dateAndTime.ts'
import { owner } from '../fields/owner.ts'
import { seo } from '../fields/seo.ts'
import { sectionsField } from '../sections/sectionsField.ts'
import { unpublishedReferencesEndpoint } from '../usage/unpublishedReferences.ts'
import { defineCollection } from './defineCollection.ts'

export const Posts = defineCollection({
  slug: 'posts',
  labels: { singular: 'Post', plural: 'Posts' },
  readers: true,
  drafts: true,
  audited: 'content',
  trash: true,
  access: writersWork,
  admin: {
    group: 'Articles',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'category', 'authors', 'publishedAt', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'excerpt'],
    description: 'Long-form articles, built from sections.',
  },
  defaultSort: '-updatedAt',
  // Readers' lists read the first published articles by date (Payload adds the creation date), of all articles or of a
  // category. The index for the list of an author is in `database/mongodb/mongodbDatabase.ts`.
  indexes: [{ fields: LISTED }, { fields: ['category', ...LISTED] }],
  endpoints: [unpublishedReferencesEndpoint],
  defaultPopulate: { title: true, slug: true },
  hooks: {
    beforeChange: [publishedAt],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Article',
          fields: [
            { name: 'title', type: 'text', required: true, maxLength: 200 },
            {
              name: 'excerpt',
              type: 'textarea',
              required: true,
              maxLength: 500,
              admin: {
                description:
                  'Two or three sentences that say what the article argues. They stand under the title and in lists.',
              },
            },
            {
              name: 'hero',
              type: 'upload',
              relationTo: 'media',
              label: 'Picture',
              admin: { description: 'Over the article and in lists. An article may do without one.' },
            },
            sectionsField(articleKinds),
          ],
        },
        { label: 'Search and sharing', fields: [seo] },
      ],
    },
    {
      name: 'notYetPublished',
      type: 'ui',
      admin: { position: 'sidebar', components: { Field: '/admin/NotYetPublished.tsx#NotYetPublished' } },
    },
    slug({
      from: 'title',
      description: 'The end of the article’s address. It follows the title until the article is published.',
    }),
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'categories',
      required: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'authors',
      type: 'relationship',
      relationTo: 'authors',
      hasMany: true,
      required: true,
      admin: { position: 'sidebar' },
    },
    dateAndTime({
      name: 'publishedAt',
      index: true,
      label: 'Date',
      position: 'sidebar',
      description: 'Shown to readers; articles are listed by it. Empty: the moment it is first published.',
    }),
    {
      name: 'tags',
      type: 'text',
      hasMany: true,
      maxLength: 40,
      maxRows: 12,
      admin: { position: 'sidebar', description: 'Words for what it is about: type one, press Enter.' },
    },
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'posts',
      hasMany: true,
      maxRows: 6,
      label: 'Read next',
      filterOptions: ({ id }) => id === undefined || { id: { not_equals: id } },
      admin: { position: 'sidebar', description: 'Articles offered at the end, in this order.' },
    },
    {
      name: 'readyForReview',
      type: 'checkbox',
      access: { read: onlyStaff },
      admin: {
        position: 'sidebar',
        description:
          'Tick it to ask an editor to read and publish this. Editors find such articles by filtering the list.',
      },
    },
    owner,
  ],
})
