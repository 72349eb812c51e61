import { defineInternalCollection } from '../../collections/defineInternalCollection.ts'

/** How many attempts each limit has counted. It has no routes: the limits read and write it past Payload's operations. */
export const SignInAttempts = defineInternalCollection({
  slug: 'sign-in-attempts',
  labels: { singular: 'Sign-in attempt', plural: 'Sign-in attempts' },
  timestamps: false,
  fields: [
    // Keyed hashes: neither e-mail addresses nor those of networks are stored.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'account', type: 'text', index: true },
    { name: 'used', type: 'number', required: true },
    { name: 'endsAt', type: 'date', required: true, index: true },
  ],
})
