import type { GroupField } from 'payload'

/** The texts and picture of a page in search results and shares. Empty ones are taken from the document itself. */
export const seo: GroupField = {
  name: 'seo',
  type: 'group',
  label: 'Search and sharing',
  fields: [
    {
      name: 'title',
      type: 'text',
      maxLength: 120,
      admin: {
        description:
          'The title in search results and browser tabs, best under 60 characters. Empty: the title of the article.',
      },
    },
    {
      name: 'description',
      type: 'textarea',
      maxLength: 300,
      admin: {
        description:
          'One or two sentences under the title in search results, best under 160 characters. Empty: the excerpt.',
      },
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'Shown where the page is shared. Empty: the picture of the article.' },
    },
  ],
}
