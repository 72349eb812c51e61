import type { CollectionBeforeOperationHook } from 'payload'
import { APIError } from 'payload'
import { LARGEST_PICTURE } from '../LARGEST_PICTURE.ts'

/**
 * Payload would answer in the middle of the upload and close the connection, which whoever is still writing takes for a
 * broken one: a picture that is too large is read to its end, of which nothing is kept, and then refused.
 */
export const refuseLargePicture: CollectionBeforeOperationHook = ({ req }) => {
  const file: { name: string, truncated?: boolean } | undefined = req.file
  if (file?.truncated)
    throw new APIError(`“${file.name}” is larger than ${LARGEST_PICTURE / 1e6} MB. Make it smaller and try again.`, 413, null, true)
}
