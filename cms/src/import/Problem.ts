/** A problem in a file: its line, what it is, and how to fix it. Both sentences end with a full stop. */
export interface Problem {
  line: number
  problem: string
  fix: string
}

/** Records a problem. Reading goes on, so that a writer sees all problems at once. */
export type Report = (line: number, problem: string, fix: string) => void
