import type { CollectionConfig } from 'payload'
import { marketersWork } from '../access.ts'
import { landingSections } from '../blocks/landingSections.ts'
import { path } from '../fields/path.ts'
import { references } from '../fields/references.ts'
import { refuseUnknownBlocks } from '../fields/refuseUnknownBlocks.ts'
import { seo } from '../fields/seo.ts'
import { usedIn } from '../fields/usedIn.ts'
import { keepAnchors } from '../hooks/keepAnchors.ts'
import { nameWhatFailed } from '../hooks/nameWhatFailed.ts'
import { noteAddress, redirectOldAddress } from '../hooks/redirectOldAddress.ts'
import { refuseQueriesThroughDocuments } from '../hooks/refuseQueriesThroughDocuments.ts'
import { refuseDeleteWhileUsed, refuseTrashWhileUsed } from '../hooks/refuseWhileUsed.ts'
import { usedInEndpoint } from '../usedIn.ts'
import { draftControls, drafts } from './drafts.ts'

export const Pages: CollectionConfig<'pages'> = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  trash: true,
  versions: drafts,
  access: { ...marketersWork },
  admin: {
    group: 'Marketing',
    useAsTitle: 'title',
    defaultColumns: ['title', 'path', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'path'],
    description: 'Landing pages at any address. The page at / is the home page.',
    components: { edit: { beforeDocumentControls: draftControls } },
  },
  defaultSort: 'path',
  endpoints: [usedInEndpoint],
  defaultPopulate: { title: true, path: true },
  hooks: {
    beforeOperation: [refuseQueriesThroughDocuments],
    afterOperation: [nameWhatFailed],
    beforeChange: [refuseTrashWhileUsed, keepAnchors, noteAddress],
    afterChange: [redirectOldAddress],
    beforeDelete: [refuseDeleteWhileUsed],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Page',
          fields: [
            { name: 'title', type: 'text', required: true, maxLength: 160 },
            { name: 'sections', type: 'blocks', blocks: landingSections, required: true, minRows: 1, labels: { singular: 'Section', plural: 'Sections' }, hooks: { beforeValidate: [refuseUnknownBlocks] } },
          ],
        },
        { label: 'Search and sharing', fields: [seo] },
      ],
    },
    path,
    references,
    usedIn,
  ],
}
