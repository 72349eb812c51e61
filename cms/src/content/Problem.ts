/** A problem in a file: its line, what it is, and how to fix it. Both sentences end with a full stop. */
export interface Problem {
  line: number
  what: string
  mend: string
}

/** Records a problem. Reading goes on, so that a writer sees all problems at once. */
export type Complain = (line: number, what: string, mend: string) => void
