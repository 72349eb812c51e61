import type { RelationshipField } from 'payload'
import { onlyStaff, systemManaged } from '../access.ts'

/** The user who created a document: writers may change their own documents. The CMS sets it once. */
export const owner: RelationshipField = {
  name: 'owner',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  access: { read: onlyStaff, create: systemManaged, update: systemManaged },
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: 'The user who created this document.',
    condition: data => Boolean(data?.owner),
  },
  hooks: {
    beforeChange: [({ operation, req, value }) => operation === 'create' ? req.user?.id ?? value : value],
  },
}
