import { defineInternalCollection } from '../../collections/defineInternalCollection.ts'

/**
 * Stores the changes that a save could not make, because another user had changed the same part, until their author
 * decides. Only the CMS reads and writes it.
 */
export const HeldChanges = defineInternalCollection({
  slug: 'held-changes',
  labels: { singular: 'Held change', plural: 'Held changes' },
  fields: [
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'user', type: 'text', required: true, index: true },
    { name: 'path', type: 'text', required: true },
    { name: 'kind', type: 'select', required: true, options: ['value', 'kept', 'revived'] },
    { name: 'mine', type: 'json' },
    { name: 'revisedBy', type: 'text' },
  ],
})
