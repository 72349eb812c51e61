import type { CollectionBeforeChangeHook } from 'payload'

/** Ends the pending one-time link of a user who chooses a new password. */
export const endLinkWithPassword: CollectionBeforeChangeHook = ({ data, operation }) =>
  operation === 'update' && data.password ? { ...data, resetPasswordToken: null, resetPasswordExpiration: null } : data
