import { defineInternalCollection } from '../../collections/defineInternalCollection.ts'

/**
 * The authenticator app of each user who has one, and the recovery codes that take its place. It has no routes and no versions, and is no part of the user:
 * whatever reads or writes a user never meets it.
 */
export const SecondFactors = defineInternalCollection({
  slug: 'second-factors',
  labels: { singular: 'Second factor', plural: 'Second factors' },
  timestamps: false,
  fields: [
    { name: 'user', type: 'text', required: true, unique: true, index: true },
    // Sealed. Without it, the factor is not on yet.
    { name: 'secret', type: 'text' },
    // Sealed: shown to the user, and in force once a code confirms it.
    { name: 'pendingSecret', type: 'text' },
    { name: 'pendingUntil', type: 'date' },
    { name: 'addedAt', type: 'date' },
    // Slow hashes of the recovery codes that are left, one a line: a new set takes the place of the old one in one step.
    { name: 'recoveryHashes', type: 'textarea' },
    // A code is accepted only if its time step comes after this one.
    { name: 'lastStep', type: 'number', required: true },
  ],
})
