import type { CollectionConfig } from 'payload'
import { editorsWork } from '../access.ts'
import { releaseSlug, slug } from '../fields/slug.ts'
import { usedIn } from '../fields/usedIn.ts'
import { nameWhatFailed } from '../hooks/nameWhatFailed.ts'
import { noteAddress, redirectOldAddress } from '../hooks/redirectOldAddress.ts'
import { refuseQueriesThroughDocuments } from '../hooks/refuseQueriesThroughDocuments.ts'
import { refuseDeleteWhileUsed, refuseTrashWhileUsed } from '../hooks/refuseWhileUsed.ts'
import { usedInEndpoint } from '../usedIn.ts'

export const Categories: CollectionConfig<'categories'> = {
  slug: 'categories',
  labels: { singular: 'Category', plural: 'Categories' },
  trash: true,
  access: { ...editorsWork },
  admin: {
    group: 'Articles',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'updatedAt'],
    description: 'The subjects of the journal. Each article has one.',
  },
  defaultSort: 'title',
  endpoints: [usedInEndpoint],
  hooks: {
    beforeOperation: [refuseQueriesThroughDocuments],
    afterOperation: [nameWhatFailed],
    beforeChange: [refuseTrashWhileUsed, noteAddress],
    afterChange: [redirectOldAddress],
    beforeDelete: [refuseDeleteWhileUsed],
    afterError: [releaseSlug],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 80 },
    { name: 'description', type: 'textarea', maxLength: 400 },
    slug({ from: 'title', description: 'The end of the category’s address.' }),
    usedIn,
  ],
}
