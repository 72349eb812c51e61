import type { Problem } from './Problem.ts'

/** Thrown when the import refuses a file. It has written nothing of the file. */
export class ImportError extends Error {
  override name = 'ImportError'
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(({ line, problem, fix }) => `${line}: ${problem} ${fix}`).join('\n'))
    this.problems = problems
  }
}
