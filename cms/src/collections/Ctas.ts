import type { CollectionConfig } from 'payload'
import { marketersWork } from '../access.ts'
import { link } from '../fields/link.ts'
import { references } from '../fields/references.ts'
import { nameWhatFailed } from '../hooks/nameWhatFailed.ts'
import { refuseQueriesThroughDocuments } from '../hooks/refuseQueriesThroughDocuments.ts'
import { refuseDeleteWhileUsed, refuseTrashWhileUsed } from '../hooks/refuseWhileUsed.ts'
import { draftControls, drafts } from './drafts.ts'

export const Ctas: CollectionConfig<'ctas'> = {
  slug: 'ctas',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  trash: true,
  versions: drafts,
  access: { ...marketersWork },
  admin: {
    group: 'Marketing',
    useAsTitle: 'headline',
    defaultColumns: ['headline', '_status', 'placements', 'weight', 'updatedAt'],
    description: 'Short invitations: in the banner over every page, and at the end of articles.',
    components: { edit: { beforeDocumentControls: draftControls } },
  },
  defaultSort: '-weight',
  hooks: {
    beforeOperation: [refuseQueriesThroughDocuments],
    afterOperation: [nameWhatFailed],
    beforeChange: [refuseTrashWhileUsed],
    beforeDelete: [refuseDeleteWhileUsed],
  },
  fields: [
    { name: 'headline', type: 'text', required: true, maxLength: 120 },
    link({ label: 'Button' }),
    {
      name: 'placements',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['banner'],
      options: [
        { value: 'banner', label: 'Banner over every page' },
        { value: 'end-of-article', label: 'End of articles' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'weight',
      type: 'number',
      defaultValue: 0,
      min: -1000,
      max: 1000,
      admin: { position: 'sidebar', description: 'The highest comes first. At the end of articles only the first is shown.' },
    },
    references,
  ],
}
