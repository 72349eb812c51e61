/** What is wrong with a file: where, what, and what to do about it. Both sentences end with a full stop. */
export interface Problem {
  line: number
  what: string
  mend: string
}

/** Notes a problem; reading goes on, so that a writer learns of all problems at once. */
export type Complain = (line: number, what: string, mend: string) => void
