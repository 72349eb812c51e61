/**
 * Does some work with a file, if there is one.
 *
 * @throws the error of the file system, except where the file does not exist
 */
export function unlessMissing<T>(work: () => T): T | undefined {
  try {
    return work()
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw error
  }
}
