import { defineInternalCollection } from '../../collections/defineInternalCollection.ts'

/**
 * Stores the authenticator app of each user who has one, and the recovery codes that can replace it. It has no routes
 * and no versions, and is separate from the user, so that operations on users never read it.
 */
export const SecondFactors = defineInternalCollection({
  slug: 'second-factors',
  labels: { singular: 'Second factor', plural: 'Second factors' },
  timestamps: false,
  fields: [
    { name: 'user', type: 'text', required: true, unique: true, index: true },
    // Encrypted. Without it, the factor is not in force.
    { name: 'secret', type: 'text' },
    // Encrypted. Shown to the user, and in force once a code confirms it.
    { name: 'pendingSecret', type: 'text' },
    { name: 'pendingUntil', type: 'date' },
    { name: 'addedAt', type: 'date' },
    // Slow hashes of the unused recovery codes, one on each line: a new set replaces the old one in one step.
    { name: 'recoveryHashes', type: 'textarea' },
    // A code is accepted only if its time step comes after this one.
    { name: 'lastStep', type: 'number', required: true },
  ],
})
