import type { CollectionBeforeOperationHook } from 'payload'
import { APIError } from 'payload'
import { MAX_PICTURE_BYTES } from './MAX_PICTURE_BYTES.ts'
import { pixelProblem } from './pixelProblem.ts'

/**
 * Refuses a picture that is too large, before anything decodes it.
 *
 * Payload would answer in the middle of the upload and close the connection, and a client that is still sending would
 * report a broken connection. So the CMS reads a file that is too large to its end, stores nothing of it, and then
 * refuses it.
 */
export const refuseLargePicture: CollectionBeforeOperationHook = async ({ overrideAccess, req }) => {
  const { user } = req
  const file: NonNullable<typeof req.file> & { truncated?: boolean } | undefined = req.file
  if (file?.truncated)
    throw tooLarge(`“${file.name}” is larger than ${MAX_PICTURE_BYTES / 1e6} MB. Make it smaller and try again.`)
  // The access rules, which run later, refuse all other users.
  const problem = (user || overrideAccess) && file?.data?.length ? await pixelProblem(file.data) : undefined
  if (problem !== undefined)
    throw tooLarge(`“${file!.name}” ${problem}. Make it smaller and try again.`)
}

function tooLarge(message: string): APIError {
  return new APIError(message, 413, null, true)
}
