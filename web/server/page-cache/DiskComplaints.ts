/** A disk that fails costs what it is for: the pages are in memory, and readers do not notice. It is told of once, until it works again. */
export class DiskComplaints {
  #isTold = false

  isDone(work: () => void): boolean {
    try {
      work()
      this.#isTold = false
      return true
    }
    catch (error) {
      this.complain(error as Error)
      return false
    }
  }

  complain({ message }: Error): undefined {
    if (!this.#isTold)
      console.error(`Kept pages cannot be read from the disk, or written to it; those in memory are served: ${message}`)
    this.#isTold = true
  }
}
