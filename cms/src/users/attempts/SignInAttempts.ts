import { defineInternalCollection } from '../../collections/defineInternalCollection.ts'

/**
 * Stores how many attempts each limit has counted. It has no routes: the limits read and write it without Payload's
 * operations.
 */
export const SignInAttempts = defineInternalCollection({
  slug: 'sign-in-attempts',
  labels: { singular: 'Sign-in attempt', plural: 'Sign-in attempts' },
  timestamps: false,
  fields: [
    // Keyed hashes, so that the database holds neither e-mail addresses nor network addresses.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'account', type: 'text', index: true },
    { name: 'used', type: 'number', required: true },
    { name: 'endsAt', type: 'date', required: true, index: true },
  ],
})
