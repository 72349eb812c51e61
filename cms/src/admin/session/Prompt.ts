/**
 * Asks the user for something that a request needs, a password or a code, for one request at a time. `Question` is the
 * information that the user needs to answer.
 */
export class Prompt<Question extends object> {
  #state: Question | undefined
  #answer: ((entered: string | undefined) => void) | undefined
  #last: Promise<unknown> = Promise.resolve()
  readonly #listeners = new Set<() => void>()

  /** Returns the open question; undefined if there is none. */
  readonly getState = (): Question | undefined => this.#state

  readonly subscribe = (listener: () => void): () => void => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves with the user's entry, or with undefined if they cancel. */
  ask(question: Question): Promise<string | undefined> {
    const asked = this.#last.then(() => new Promise<string | undefined>((resolve) => {
      this.#answer = resolve
      this.#change(question)
    }))
    this.#last = asked
    return asked
  }

  answer(entered: string | undefined): void {
    const answer = this.#answer
    this.#answer = undefined
    this.#change(undefined)
    answer?.(entered)
  }

  #change(state: Question | undefined): void {
    this.#state = state
    this.#listeners.forEach(listener => listener())
  }
}
