import type { CollectionBeforeOperationHook } from 'payload'
import { is } from '../access.ts'

/**
 * `draft=true` finds documents by their latest versions, and leaves out the published ones that somebody is changing:
 * who may not see drafts would learn from it that there is one. For them it says nothing.
 */
export const draftsForWriters: CollectionBeforeOperationHook = ({ args, collection, operation, overrideAccess, req }) => {
  if (operation !== 'read' || overrideAccess || is(req, 'admin', 'editor', MARKETED.has(collection.slug) ? 'marketer' : 'writer'))
    return args
  return { ...args, draft: false }
}

/** What marketers draft, and writers do not. */
const MARKETED = new Set(['services', 'pages', 'ctas'])
