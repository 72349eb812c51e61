import type { CollectionConfig } from 'payload'
import { editorsWork } from '../access.ts'
import { references } from '../fields/references.ts'
import { releaseSlug, slug } from '../fields/slug.ts'
import { usedIn } from '../fields/usedIn.ts'
import { nameWhatFailed } from '../hooks/nameWhatFailed.ts'
import { noteAddress, redirectOldAddress } from '../hooks/redirectOldAddress.ts'
import { refuseQueriesThroughDocuments } from '../hooks/refuseQueriesThroughDocuments.ts'
import { refuseDeleteWhileUsed, refuseTrashWhileUsed } from '../hooks/refuseWhileUsed.ts'
import { usedInEndpoint } from '../usedIn.ts'

export const Authors: CollectionConfig<'authors'> = {
  slug: 'authors',
  labels: { singular: 'Author', plural: 'Authors' },
  trash: true,
  access: { ...editorsWork },
  admin: {
    group: 'Articles',
    useAsTitle: 'name',
    defaultColumns: ['name', 'jobTitle', 'updatedAt'],
    description: 'The names under the articles. They need no account here.',
  },
  defaultSort: 'name',
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
    references,
    usedIn,
  ],
}
