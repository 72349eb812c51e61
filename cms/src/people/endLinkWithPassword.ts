import type { CollectionBeforeChangeHook } from 'payload'

/** Whoever chooses a new password also ends the one-time link that somebody may still have. */
export const endLinkWithPassword: CollectionBeforeChangeHook = ({ data, operation }) =>
  operation === 'update' && data.password ? { ...data, resetPasswordToken: null, resetPasswordExpiration: null } : data
