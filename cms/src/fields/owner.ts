import type { RelationshipField } from 'payload'
import { nobodyByHand, onlyStaff } from '../access.ts'

/** Who brought a document: writers may change what they own. Set once, by the CMS. */
export const owner: RelationshipField = {
  name: 'owner',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  access: { read: onlyStaff, create: nobodyByHand, update: nobodyByHand },
  admin: { position: 'sidebar', readOnly: true, description: 'Who began it.', condition: data => Boolean(data?.owner) },
  hooks: {
    beforeChange: [({ operation, req, value }) => operation === 'create' ? req.user?.id ?? value : value],
  },
}
