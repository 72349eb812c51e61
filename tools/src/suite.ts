import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startChild, untilExit } from './child.ts'
import { step } from './step.ts'
import { cache, root } from './workspace.ts'

/** A vitest project of one of the packages. */
export interface Suite {
  title: string
  folder: string
  project: string
  env?: Record<string, string>
}

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Runs a suite with its output on the screen, and counts. */
export async function runSuite({ title, folder, project, env }: Suite, base: NodeJS.ProcessEnv, stop: AbortSignal): Promise<Counts> {
  const report = join(cache, 'reports', `${title.replaceAll(/\W+/g, '-')}.json`)
  mkdirSync(join(cache, 'reports'), { recursive: true })
  rmSync(report, { force: true })

  return await step(`Testing ${title}`, async () => {
    const vitest = startChild([VITEST, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
      cwd: join(root, folder),
      env: { ...base, ...env },
    })
    const { code } = await untilExit(vitest, stop)
    stop.throwIfAborted()
    return countReport(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code)
  }, stop, counts => counts.failed === 0)
}

/** What failed without being a test (a file that does not load, an unhandled error) counts as one failure. */
export function countReport(report: string | undefined, exitCode: number | null): Counts {
  if (report === undefined)
    return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report) as Report
  return {
    passed: numPassedTests,
    failed: numFailedTests === 0 && exitCode !== 0 ? 1 : numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

// One for all: tools/ has none of its own.
const VITEST = join(root, 'cms/node_modules/vitest/vitest.mjs')
