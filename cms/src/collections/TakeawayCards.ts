import { writersWork } from '../access.ts'
import { slug } from '../addresses/slug.ts'
import { listsFromPastedText } from '../fields/listsFromPastedText.ts'
import { owner } from '../fields/owner.ts'
import { points } from '../fields/points.ts'
import { stats } from '../fields/stats.ts'
import { defineCollection } from './defineCollection.ts'

export const TakeawayCards = defineCollection({
  slug: 'takeaway-cards',
  labels: { singular: 'Card', plural: 'Cards' },
  readers: true,
  drafts: true,
  audited: 'content',
  trash: true,
  access: writersWork,
  admin: {
    group: 'Articles',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'body'],
    description:
      'Cards for spotlights and takeaways. Their numbers are their positions, so a card may stand in many articles.',
  },
  defaultSort: '-updatedAt',
  hooks: {
    beforeValidate: [listsFromPastedText],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 160 },
    {
      name: 'body',
      type: 'textarea',
      required: true,
      label: 'Text',
      maxLength: 2000,
      admin: { rows: 4, description: 'A short paragraph; an empty line begins another.' },
    },
    points,
    stats,
    slug({
      from: 'title',
      label: 'Key',
      description: 'Names the card in imported files. It follows the title until the card is published.',
    }),
    owner,
  ],
})
