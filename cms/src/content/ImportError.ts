import type { Problem } from './Problem.ts'

/** A file that is refused: nothing of it has been written. */
export class ImportError extends Error {
  override name = 'ImportError'
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(({ line, what, mend }) => `${line}: ${what} ${mend}`).join('\n'))
    this.problems = problems
  }
}
