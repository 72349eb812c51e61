import type { CollectionAfterDeleteHook } from 'payload'
import { removeSecondFactor } from './secondFactor.ts'

/** The next user with the same id must not inherit it. */
export const removeWithUser: CollectionAfterDeleteHook = async ({ id, req }) => removeSecondFactor(req.payload.db, id, req)
