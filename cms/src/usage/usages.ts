import type { UIField } from 'payload'

/** At the side of a document: what uses it. */
export const usages: UIField = {
  name: 'usedIn',
  type: 'ui',
  admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/admin/UsedIn.tsx#UsedIn' } },
}
