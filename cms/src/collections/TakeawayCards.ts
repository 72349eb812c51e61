import type { CollectionConfig } from 'payload'
import { writersWork } from '../access.ts'
import { owner } from '../fields/owner.ts'
import { points } from '../fields/points.ts'
import { releaseSlug, slug } from '../fields/slug.ts'
import { stats } from '../fields/stats.ts'
import { usedIn } from '../fields/usedIn.ts'
import { listsFromPastedText } from '../hooks/listsFromPastedText.ts'
import { nameWhatFailed } from '../hooks/nameWhatFailed.ts'
import { refuseQueriesThroughDocuments } from '../hooks/refuseQueriesThroughDocuments.ts'
import { refuseDeleteWhileUsed, refuseTrashWhileUsed } from '../hooks/refuseWhileUsed.ts'
import { usedInEndpoint } from '../usedIn.ts'
import { draftControls, drafts } from './drafts.ts'

export const TakeawayCards: CollectionConfig<'takeaway-cards'> = {
  slug: 'takeaway-cards',
  labels: { singular: 'Card', plural: 'Cards' },
  trash: true,
  versions: drafts,
  access: { ...writersWork },
  admin: {
    group: 'Articles',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'body'],
    description: 'Cards for spotlights and takeaways. Their numbers are their positions, so a card may stand in many articles.',
    components: { edit: { beforeDocumentControls: draftControls } },
  },
  defaultSort: '-updatedAt',
  endpoints: [usedInEndpoint],
  hooks: {
    beforeOperation: [refuseQueriesThroughDocuments],
    afterOperation: [nameWhatFailed],
    beforeValidate: [listsFromPastedText],
    beforeChange: [refuseTrashWhileUsed],
    beforeDelete: [refuseDeleteWhileUsed],
    afterError: [releaseSlug],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 160 },
    { name: 'body', type: 'textarea', required: true, label: 'Text', maxLength: 2000, admin: { rows: 4, description: 'A short paragraph; an empty line begins another.' } },
    points,
    stats,
    slug({ from: 'title', label: 'Key', description: 'Names the card in imported files. It follows the title until the card is published.' }),
    owner,
    usedIn,
  ],
}
