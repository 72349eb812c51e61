import type { UIField } from 'payload'

/** Shows the uses of a document beside its form. */
export const usages: UIField = {
  name: 'usedIn',
  type: 'ui',
  admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/admin/UsedIn.tsx#UsedIn' } },
}
