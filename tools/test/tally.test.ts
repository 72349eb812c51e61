import type { Result } from '../src/tally.ts'
import { describe, expect, it } from 'vitest'
import { countReport } from '../src/suite.ts'
import { compareDatabases, summary, total, unable } from '../src/tally.ts'

function result(title: string, passed: number, failed = 0, skipped = 0): Result {
  return { title, counts: { passed, failed, skipped } }
}

function lastLine(results: Result[]): string | undefined {
  return summary(results).split('\n').at(-1)
}

describe('the last line of npm test', () => {
  it('adds up what passed and failed', () => {
    expect(lastLine([result('web', 12), result('cms', 30, 1)])).toBe('42 passed, 1 failed')
  })

  it('names what was skipped', () => {
    expect(lastLine([result('web', 12, 0, 2)])).toBe('12 passed, 0 failed, 2 skipped')
  })
})

describe('a suite that cannot run', () => {
  it('is skipped, never passed, and says why', () => {
    const results = [result('web', 12), unable('browser journeys', 'no Chromium', 1, false)]
    expect(lastLine(results)).toBe('12 passed, 0 failed, 1 skipped')
    expect(summary(results)).toContain('COULD NOT RUN: no Chromium')
  })

  it('has failed where everything has to run', () => {
    expect(total([unable('integration on MongoDB', 'no engine', 88, true)])).toEqual({ passed: 0, failed: 88, skipped: 0 })
  })
})

describe('the integration suite on two databases', () => {
  it('fails when one ran more tests than the other', () => {
    expect(compareDatabases(result('s', 88), result('m', 87, 1))).toEqual([])
    expect(total(compareDatabases(result('s', 88), result('m', 87))).failed).toBe(1)
  })

  it('is not compared when one could not run', () => {
    expect(compareDatabases(result('s', 88), unable('m', 'no engine', 88, false))).toEqual([])
  })
})

describe('the counts of a report', () => {
  const report = (numPassedTests: number, numFailedTests: number) =>
    JSON.stringify({ numPassedTests, numFailedTests, numPendingTests: 1, numTodoTests: 1 })

  it('come from vitest', () => {
    expect(countReport(report(5, 0), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
  })

  it('have a failure when vitest failed without a failed test, or left no report', () => {
    expect(countReport(report(5, 0), 1).failed).toBe(1)
    expect(countReport(undefined, null).failed).toBe(1)
  })
})
