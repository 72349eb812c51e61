import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { startChild, untilExit } from './child.ts'
import { step } from './step.ts'
import { cache, root } from './workspace.ts'

/** A vitest project of one of the packages. */
export interface Suite {
  title: string
  folder: string
  project: string
  env?: Record<string, string>
  /** Whether it runs beside others. Then its output appears in one piece when it ends. */
  isBesideOthers?: boolean
}

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** The counts and, for each failure, the test's name and the first line of its message. */
export interface Outcome {
  counts: Counts
  failures: string[]
}

/** Runs a suite with its output on the screen. Returns its result. */
export async function runSuite(
  { title, folder, project, env, isBesideOthers }: Suite,
  base: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<Outcome> {
  const report = join(cache, 'reports', `${title.replaceAll(/\W+/g, '-')}.json`)
  mkdirSync(join(cache, 'reports'), { recursive: true })
  rmSync(report, { force: true })

  return await step(
    `Testing ${title}`,
    async () => {
      const lines: string[] = []
      const vitest = startChild([
        VITEST,
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ], {
        cwd: join(root, folder),
        env: { ...base, ...env },
        onLine: isBesideOthers ? line => lines.push(line) : undefined,
      })
      const { code } = await untilExit(vitest, stop)
      stop.throwIfAborted()
      if (isBesideOthers)
        console.log(lines.join('\n'))
      return readReport(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code)
    },
    stop,
    ({ counts }) => counts.failed === 0,
  )
}

/** Reads a report. A failure outside of tests (a file that does not load, an unhandled error) counts as one failure. */
export function readReport(report: string | undefined, exitCode: number | null): Outcome {
  if (report === undefined)
    return { counts: { passed: 0, failed: 1, skipped: 0 }, failures: ['nothing ran'] }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report) as Report
  const failures = testResults.flatMap(failuresOf)
  return {
    counts: {
      passed: numPassedTests,
      failed: numFailedTests === 0 && exitCode !== 0 ? 1 : numFailedTests,
      skipped: numPendingTests + numTodoTests,
    },
    failures: exitCode !== 0 && failures.length === 0 ? ['an error outside of all tests'] : failures,
  }
}

function failuresOf({ name, status, message, assertionResults }: TestFile): string[] {
  const file = relative(root, name)
  const failed = assertionResults.filter(test => test.status === 'failed')
  if (status === 'failed' && failed.length === 0)
    return [`${file}: ${firstLine(message)}`]
  return failed.map(test => `${file} > ${test.fullName}: ${firstLine(test.failureMessages.join('\n'))}`)
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]!
}

// https://github.com/vitest-dev/vitest/blob/main/packages/vitest/src/node/reporters/json.ts
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: TestFile[]
}

interface TestFile {
  name: string
  status: string
  message: string
  assertionResults: { fullName: string, status: string, failureMessages: string[] }[]
}

// All suites use this one: tools/ has none of its own.
const VITEST = join(root, 'cms/node_modules/vitest/vitest.mjs')
