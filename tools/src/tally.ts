import type { Counts, Outcome } from './suite.ts'

/** The result of a suite, or why it could not run. */
export interface Result extends Outcome {
  title: string
  unable?: string
}

/** Returns the result of a suite that cannot run here: skipped, or failed if everything has to run (`strict`). */
export function unable(title: string, why: string, tests: number, strict: boolean): Result {
  return {
    title,
    counts: { passed: 0, failed: strict ? tests : 0, skipped: strict ? 0 : tests },
    failures: [],
    unable: why,
  }
}

/** Reports differences between the databases: a suite has to run the same tests on each. */
export function compareDatabases(sqlite: Result, mongodb: Result): Result[] {
  const [one, other] = [sqlite, mongodb].map(({ counts }) => counts.passed + counts.failed)
  if (mongodb.unable || one === other)
    return []
  return [{
    title: `equal counts (SQLite ran ${one}, MongoDB ${other})`,
    counts: { passed: 0, failed: 1, skipped: 0 },
    failures: [],
  }]
}

/** Returns each failure again, a line for each suite, and one line for all. */
export function summary(results: Result[]): string {
  const width = Math.max(...results.map(({ title }) => title.length))
  const lines = results.map(({ title, counts, unable }) =>
    `${title.padEnd(width)}  ${line(counts)}${unable ? `   <- COULD NOT RUN: ${unable}` : ''}`,
  )
  const failures = results.flatMap(({ title, failures }) => failures.map(failure => `✗ ${title}: ${failure}`))
  return ['', ...failures, ...lines, '', line(total(results))].join('\n')
}

export function total(results: Result[]): Counts {
  const sum = (key: keyof Counts) => results.reduce((all, { counts }) => all + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

function line({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
