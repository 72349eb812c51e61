/** A disk that fails costs what it is for: the pages are in memory, and readers do not notice. It is told of once, until it works again. */
export class DiskComplaints {
  #isTold = false

  isDone(work: () => void): boolean {
    return this.attempt(() => {
      work()
      return true
    }) ?? false
  }

  /** Undefined where it fails. */
  attempt<T>(work: () => T): T | undefined {
    try {
      const result = work()
      this.#isTold = false
      return result
    }
    catch (error) {
      return this.complain(error as Error)
    }
  }

  complain({ message }: Error): undefined {
    if (!this.#isTold)
      console.error(`Kept pages cannot be read from the disk, or written to it; those in memory are served: ${message}`)
    this.#isTold = true
  }
}
