/** The session of this browser, as `GET /api/users/me` and a sign-in return it. */
export interface SessionAnswer {
  user: { id: string, name?: string, email?: string } | null
  exp?: number
  token?: string
}

export type SessionState
  = | { is: 'open' }
    | { is: 'ended' }
  /** Another user has signed in, in this browser. */
    | { is: 'other', name: string }

interface Options {
  readSession: () => Promise<SessionAnswer>
  /** Tells the other tabs which user is signed in here. */
  announce: (person: string) => void
}

/** Holds whose forms these are, and whether the CMS still accepts them from that user. */
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

  /** Records which user the admin believes is signed in; undefined after they signed out by themselves. */
  follow(person: { id: string, name?: string } | undefined): void {
    if (person && this.#person !== undefined && person.id !== this.#person)
      return this.#change({ is: 'other', name: nameOf(person) })
    this.#person = person?.id
    if (person)
      this.#options.announce(person.id)
    else
      this.#change(OPEN)
  }

  /** Checks with the CMS who is signed in. If the CMS cannot be reached, the state stays. */
  check(): Promise<SessionState> {
    this.#checking ??= this.#options.readSession()
      .then(answer => this.take(answer), () => this.#state)
      .finally(() => this.#checking = undefined)
    return this.#checking
  }

  /** Applies the CMS's response to a sign-in or a check. */
  take({ user }: SessionAnswer): SessionState {
    if (this.#person === undefined)
      return this.#state
    const before = this.#state
    this.#change(!user ? { is: 'ended' } : user.id === this.#person ? OPEN : { is: 'other', name: nameOf(user) })
    if (before.is === 'ended' && this.#state.is === 'open')
      this.#options.announce(this.#person)
    return this.#state
  }

  /** Handles another tab's announcement of its user. */
  hear(person: string): void {
    if (this.#person !== undefined && (this.#state.is !== 'open' || person !== this.#person))
      void this.check()
  }

  /** Resolves when requests may be sent in the user's name. */
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
    // The admin never sends one user's text for another user. This state is final: the user has to reload the page.
    if (this.#state.is === 'other' || state.is === this.#state.is)
      return
    this.#state = state
    this.#listeners.forEach(listener => listener())
  }
}

const OPEN: SessionState = { is: 'open' }

function nameOf({ name }: { name?: string }): string {
  return name || 'Another user'
}
