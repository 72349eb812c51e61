import type { CollectionAfterDeleteHook } from 'payload'
import { removeSecondFactor } from './secondFactor.ts'

/** Deletes a user's second factors with the user, so that a later user with the same id does not inherit them. */
export const removeWithUser: CollectionAfterDeleteHook = async ({ id, req }) =>
  removeSecondFactor(req.payload.db, id, req)
