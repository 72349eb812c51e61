import type { CollectionConfig } from 'payload'
import { marketersWork } from '../access.ts'
import { landingSections } from '../blocks/landingSections.ts'
import { references } from '../fields/references.ts'
import { refuseUnknownBlocks } from '../fields/refuseUnknownBlocks.ts'
import { seo } from '../fields/seo.ts'
import { releaseSlug, slug } from '../fields/slug.ts'
import { usedIn } from '../fields/usedIn.ts'
import { keepAnchors } from '../hooks/keepAnchors.ts'
import { nameWhatFailed } from '../hooks/nameWhatFailed.ts'
import { noteAddress, redirectOldAddress } from '../hooks/redirectOldAddress.ts'
import { refuseQueriesThroughDocuments } from '../hooks/refuseQueriesThroughDocuments.ts'
import { refuseDeleteWhileUsed, refuseTrashWhileUsed } from '../hooks/refuseWhileUsed.ts'
import { usedInEndpoint } from '../usedIn.ts'
import { draftControls, drafts } from './drafts.ts'

export const Services: CollectionConfig<'services'> = {
  slug: 'services',
  labels: { singular: 'Service', plural: 'Services' },
  trash: true,
  versions: drafts,
  access: { ...marketersWork },
  admin: {
    group: 'Marketing',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'weight', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'summary'],
    description: 'What is offered, each with a page of its own.',
    components: { edit: { beforeDocumentControls: draftControls } },
  },
  defaultSort: '-weight',
  endpoints: [usedInEndpoint],
  defaultPopulate: { title: true, slug: true },
  hooks: {
    beforeOperation: [refuseQueriesThroughDocuments],
    afterOperation: [nameWhatFailed],
    beforeChange: [refuseTrashWhileUsed, keepAnchors, noteAddress],
    afterChange: [redirectOldAddress],
    beforeDelete: [refuseDeleteWhileUsed],
    afterError: [releaseSlug],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Page',
          fields: [
            { name: 'title', type: 'text', required: true, maxLength: 120 },
            { name: 'summary', type: 'textarea', required: true, maxLength: 400, admin: { description: 'Two sentences, for the list of services and under the title.' } },
            { name: 'sections', type: 'blocks', blocks: landingSections, required: true, minRows: 1, labels: { singular: 'Section', plural: 'Sections' }, hooks: { beforeValidate: [refuseUnknownBlocks] } },
          ],
        },
        { label: 'Search and sharing', fields: [seo] },
      ],
    },
    slug({ from: 'title', description: 'The end of the page’s address. It follows the title until the service is published.' }),
    { name: 'weight', type: 'number', defaultValue: 0, min: -1000, max: 1000, admin: { position: 'sidebar', description: 'The highest comes first in the list.' } },
    references,
    usedIn,
  ],
}
