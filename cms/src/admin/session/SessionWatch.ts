/** What the CMS knows of the session in this browser, as `GET /api/users/me` and a sign-in answer. */
export interface SessionAnswer {
  user: { id: string, name?: string, email?: string } | null
  exp?: number
  token?: string
}

export type SessionState
  = | { is: 'open' }
    | { is: 'ended' }
  /** Another person signed in, in this browser. */
    | { is: 'other', name: string }

interface Options {
  readSession: () => Promise<SessionAnswer>
  /** Tells the other tabs who is signed in here. */
  announce: (person: string) => void
}

/** Knows whose forms these are, and whether the CMS still takes them from that person. */
export class SessionWatch {
  #person: string | undefined
  #state: SessionState = OPEN
  #checking: Promise<SessionState> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  get person(): string | undefined {
    return this.#person
  }

  readonly getState = (): SessionState => this.#state

  readonly subscribe = (listener: () => void): () => void => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes note of who the admin believes is signed in; undefined once they signed out by themselves. */
  follow(person: { id: string, name?: string } | undefined): void {
    if (person && this.#person !== undefined && person.id !== this.#person)
      return this.#change({ is: 'other', name: nameOf(person) })
    this.#person = person?.id
    if (person)
      this.#options.announce(person.id)
    else
      this.#change(OPEN)
  }

  /** Asks the CMS who is signed in. While it cannot be reached, nothing changes. */
  check(): Promise<SessionState> {
    this.#checking ??= this.#options.readSession()
      .then(answer => this.take(answer), () => this.#state)
      .finally(() => this.#checking = undefined)
    return this.#checking
  }

  /** Takes over what the CMS answered to a sign-in, or to the question who is signed in. */
  take({ user }: SessionAnswer): SessionState {
    if (this.#person === undefined)
      return this.#state
    const before = this.#state
    this.#change(!user ? { is: 'ended' } : user.id === this.#person ? OPEN : { is: 'other', name: nameOf(user) })
    if (before.is === 'ended' && this.#state.is === 'open')
      this.#options.announce(this.#person)
    return this.#state
  }

  /** Another tab says who is signed in there. */
  hear(person: string): void {
    if (this.#person !== undefined && (this.#state.is !== 'open' || person !== this.#person))
      void this.check()
  }

  /** Resolves when requests may be sent in the name of the person. */
  async untilOpen(): Promise<void> {
    while (this.#state.is !== 'open') {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop()
          resolve()
        })
      })
    }
  }

  #change(state: SessionState): void {
    // What was written for one person is not sent for another, whoever signs in after that: the page begins again.
    if (this.#state.is === 'other' || state.is === this.#state.is)
      return
    this.#state = state
    this.#listeners.forEach(listener => listener())
  }
}

const OPEN: SessionState = { is: 'open' }

function nameOf({ name }: { name?: string }): string {
  return name || 'Somebody else'
}
