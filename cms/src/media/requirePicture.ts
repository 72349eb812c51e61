import type { CollectionBeforeOperationHook, CollectionSlug } from 'payload'
import { ValidationError } from 'payload'

/**
 * Refuses a new picture without a file. Given an address instead, Payload would fetch it, without the limits of uploads
 * and from every host that the CMS can reach.
 */
export const requirePicture: CollectionBeforeOperationHook<CollectionSlug> = (
  { args, operation, overrideAccess, req },
) => {
  const isDuplicate = 'duplicateFromID' in args && args.duplicateFromID !== undefined
  if (operation === 'create' && (req.user || overrideAccess) && !req.file && !isDuplicate) {
    throw new ValidationError({
      collection: 'media',
      errors: [{ label: 'File', path: 'file', message: 'Choose a picture. The CMS fetches none from an address.' }],
    })
  }
}
