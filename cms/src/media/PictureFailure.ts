import { APIError } from 'payload'

/** Thrown when a picture could not be processed. Nothing of it is stored. */
export class PictureFailure extends APIError {
  /** The rest of a sentence that begins with the picture's name. */
  readonly problem: string
  // The build shortens the names of classes, and contains this one twice.
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
