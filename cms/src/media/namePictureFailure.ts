import type { CollectionAfterErrorHook } from 'payload'
import { isPictureFailure } from './PictureFailure.ts'

/** Adds the picture's name to the message of a picture that could not be processed. */
export const namePictureFailure: CollectionAfterErrorHook = ({ error, req }) => {
  if (isPictureFailure(error) && req.file)
    return { status: error.status, response: { errors: [{ message: `“${req.file.name}” ${error.problem}` }] } }
}
