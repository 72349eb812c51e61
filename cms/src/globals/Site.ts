import type { GlobalConfig } from 'payload'
import { editorsAndMarketers } from '../access.ts'
import { rowLabel } from '../admin/rowLabel.ts'
import { linkFields } from '../fields/link.ts'

export const Site: GlobalConfig<'site'> = {
  slug: 'site',
  label: 'Site',
  access: { read: () => true, update: editorsAndMarketers },
  admin: { group: 'Settings', description: 'Content that every page shows.' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          defaultValue: 'Masthead',
          maxLength: 60,
          admin: { width: '50%', description: 'At the top of every page, and after the title in browser tabs.' },
        },
        {
          name: 'tagline',
          type: 'text',
          maxLength: 120,
          admin: { width: '50%', description: 'A few words beside it.' },
        },
      ],
    },
    {
      name: 'description',
      type: 'textarea',
      maxLength: 300,
      admin: { description: 'A description of the site, for search results of pages that have none.' },
    },
    {
      name: 'journalTitle',
      type: 'text',
      defaultValue: 'Journal',
      required: true,
      maxLength: 80,
      label: 'Title of the list of articles',
    },
    { name: 'journalIntroduction', type: 'textarea', maxLength: 400, label: 'Introduction to the list of articles' },
    {
      name: 'navigation',
      type: 'array',
      maxRows: 8,
      labels: { singular: 'Link', plural: 'Links' },
      admin: { components: rowLabel('label'), description: 'At the top of every page. Empty: the journal alone.' },
      fields: linkFields(true),
    },
    {
      name: 'footerLinks',
      type: 'array',
      maxRows: 24,
      labels: { singular: 'Link', plural: 'Links' },
      label: 'Links at the foot',
      admin: { components: rowLabel('label') },
      fields: linkFields(true),
    },
    { name: 'footer', type: 'textarea', maxLength: 400, admin: { description: 'At the foot of every page.' } },
  ],
}
