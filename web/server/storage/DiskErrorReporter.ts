/**
 * Reports errors of the disk: the first one, and then none until the disk works again. Pages in memory are served
 * meanwhile.
 */
export class DiskErrorReporter {
  #isReported = false

  /** Returns whether the work succeeded. */
  succeeds(work: () => void): boolean {
    return this.attempt(() => {
      work()
      return true
    }) ?? false
  }

  /** Returns the result of the work; undefined if it failed. */
  attempt<T>(work: () => T): T | undefined {
    try {
      const result = work()
      this.#isReported = false
      return result
    }
    catch (error) {
      return this.report(error as Error)
    }
  }

  report({ message }: Error): undefined {
    if (!this.#isReported) {
      console.error(
        `Cached pages cannot be read from the disk, or written to it; those in memory are served: ${message}`,
      )
    }
    this.#isReported = true
  }
}
