import type { CollectionBeforeOperationHook } from 'payload'

/**
 * `draft=true` finds documents by their latest versions, and leaves out published ones with a pending change. A user who
 * may not read versions would learn from it that there is one, so for them it has no effect.
 */
export const limitDraftReads: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  if (operation !== 'read' || overrideAccess || await collection.access.readVersions?.({ req }))
    return args
  return { ...args, draft: false }
}
