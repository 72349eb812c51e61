/**
 * Asks the user for something that a request needs, a password or a code, one request at a time. `Question` is what the
 * user has to know of it.
 */
export class Prompt<Question extends object> {
  #state: Question | undefined
  #answer: ((entered: string | undefined) => void) | undefined
  #last: Promise<unknown> = Promise.resolve()
  readonly #listeners = new Set<() => void>()

  /** Undefined while nothing is asked for. */
  readonly getState = (): Question | undefined => this.#state

  readonly subscribe = (listener: () => void): () => void => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves with what the user entered, or undefined if they would rather not. */
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
