/**
 * Returns the result of some work with a file; undefined if the file does not exist. The work may be asynchronous.
 *
 * @throws every other error of the file system
 */
export function unlessMissing<T>(work: () => Promise<T>): Promise<T | undefined>
export function unlessMissing<T>(work: () => T): T | undefined
export function unlessMissing<T>(work: () => T | Promise<T>): T | undefined | Promise<T | undefined> {
  try {
    const result = work()
    return result instanceof Promise ? result.catch(ignoreMissing) : result
  }
  catch (error) {
    return ignoreMissing(error)
  }
}

function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
    throw error
}
