import { defineInternalCollection } from '../../collections/defineInternalCollection.ts'

/** Stores the public keys of users’ passkeys. It has no routes. */
export const Passkeys = defineInternalCollection({
  slug: 'passkeys',
  labels: { singular: 'Passkey', plural: 'Passkeys' },
  timestamps: false,
  fields: [
    { name: 'user', type: 'text', required: true, index: true },
    { name: 'credentialId', type: 'text', required: true, unique: true, index: true },
    // In base64url.
    { name: 'publicKey', type: 'text', required: true },
    // How often the passkey has signed, by its own account. A passkey with a lower count than before has been copied.
    { name: 'counter', type: 'number', required: true },
    { name: 'name', type: 'text', required: true },
    { name: 'addedAt', type: 'date', required: true },
    { name: 'lastUsedAt', type: 'date' },
  ],
})
