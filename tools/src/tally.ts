import type { Counts, Outcome } from './suite.ts'

/** What became of a suite, or why it could not run. */
export interface Result extends Outcome {
  title: string
  unable?: string
}

/** A suite that cannot run here counts as skipped, and where everything has to run (`strict`) as failed. */
export function unable(title: string, why: string, tests: number, strict: boolean): Result {
  return { title, counts: { passed: 0, failed: strict ? tests : 0, skipped: strict ? 0 : tests }, failures: [], unable: why }
}

/** The same suite has to run the same tests on every database. */
export function compareDatabases(sqlite: Result, mongodb: Result): Result[] {
  const [one, other] = [sqlite, mongodb].map(({ counts }) => counts.passed + counts.failed)
  if (mongodb.unable || one === other)
    return []
  return [{ title: `equal counts (SQLite ran ${one}, MongoDB ${other})`, counts: { passed: 0, failed: 1, skipped: 0 }, failures: [] }]
}

/** Each failure once more, a line for each suite, and one plain line for all. */
export function summary(results: Result[]): string {
  const width = Math.max(...results.map(({ title }) => title.length))
  const lines = results.map(({ title, counts, unable }) => `${title.padEnd(width)}  ${line(counts)}${unable ? `   <- COULD NOT RUN: ${unable}` : ''}`)
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
