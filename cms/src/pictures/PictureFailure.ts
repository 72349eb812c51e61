import { APIError } from 'payload'

/** Says why a picture could not be processed. Nothing of it is stored. */
export class PictureFailure extends APIError {
  /** The rest of a sentence that begins with the picture. */
  readonly problem: string
  // The build takes the names of classes away, and has this one twice.
  override name = PICTURE_FAILURE

  constructor(problem: string, status: 422 | 503) {
    super(`The picture ${problem}`, status, null, true)
    this.problem = problem
  }
}

export function isPictureFailure(error: unknown): error is PictureFailure {
  return error instanceof Error && error.name === PICTURE_FAILURE
}

const PICTURE_FAILURE = 'PictureFailure'
