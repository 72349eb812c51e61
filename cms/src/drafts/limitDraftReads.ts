import type { CollectionBeforeOperationHook } from 'payload'

/**
 * Ignores `draft=true` for users who may not read versions. The flag finds documents by their latest versions and
 * leaves out published ones with a pending change, so it would reveal that there is one.
 */
export const limitDraftReads: CollectionBeforeOperationHook = async (
  { args, collection, operation, overrideAccess, req },
) => {
  if (operation !== 'read' || overrideAccess || await collection.access.readVersions?.({ req }))
    return args
  return { ...args, draft: false }
}
