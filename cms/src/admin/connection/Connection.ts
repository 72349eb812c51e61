/** Holds whether the last request reached the CMS. */
export class Connection {
  #isLost = false
  readonly #listeners = new Set<() => void>()

  readonly isLost = (): boolean => this.#isLost

  readonly subscribe = (listener: () => void): () => void => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(isLost: boolean): void {
    if (isLost === this.#isLost)
      return
    this.#isLost = isLost
    this.#listeners.forEach(listener => listener())
  }
}
