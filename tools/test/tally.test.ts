import type { Result } from '../src/tally.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReport } from '../src/suite.ts'
import { compareDatabases, summary, total, unable } from '../src/tally.ts'
import { root } from '../src/workspace.ts'

function result(title: string, passed: number, failed = 0, skipped = 0): Result {
  return { title, counts: { passed, failed, skipped }, failures: [] }
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
    expect(total([unable('integration on MongoDB', 'no engine', 88, true)])).toEqual({
      passed: 0,
      failed: 88,
      skipped: 0,
    })
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

describe('the report of a suite', () => {
  const report = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) =>
    JSON.stringify({ numPassedTests, numFailedTests, numPendingTests: 1, numTodoTests: 1, testResults })

  it('is counted', () => {
    expect(readReport(report(5, 0), 0)).toEqual({ counts: { passed: 5, failed: 0, skipped: 2 }, failures: [] })
  })

  it('has a failure when vitest failed without a failed test, or left no report', () => {
    expect(readReport(report(5, 0), 1).counts.failed).toBe(1)
    expect(readReport(undefined, null).counts.failed).toBe(1)
  })

  it('names what failed once more at the end', () => {
    const file = (status: string, ...assertionResults: unknown[]) => ({
      name: join(root, 'cms/test/a.test.ts'),
      status,
      message: 'does not load',
      assertionResults,
    })
    const outcome = readReport(
      report(1, 1, [
        file('failed', {
          fullName: 'a save is kept',
          status: 'failed',
          failureMessages: ['expected 1 to be 2\n  at a.test.ts:3'],
        }, { fullName: 'b', status: 'passed', failureMessages: [] }),
        file('failed'),
      ]),
      1,
    )
    expect(summary([{ title: 'cms', ...outcome }]).split('\n').slice(1, 3)).toEqual([
      '✗ cms: cms/test/a.test.ts > a save is kept: expected 1 to be 2',
      '✗ cms: cms/test/a.test.ts: does not load',
    ])
  })
})
