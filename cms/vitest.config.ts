import type { TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

/**
 * The files that take longest, longest first: a worker that took one of them last would keep all others waiting for it.
 * By the seconds of the JSON reports in `tools/.cache/reports`.
 */
const LONGEST = [
  'databaseAgnostic/leaks',
  'integration/leaks',
  'integration/publicState',
  'integration/keptPages',
  'databaseAgnostic/access',
  'integration/auditCommand',
  'import/demo',
  'integration/content/command',
  'databaseAgnostic/passwords',
  'integration/attempts',
  'integration/secondFactor',
  'integration/changes',
  'integration/enquiries',
  'integration/queries',
  'integration/rows',
  'integration/kill',
  'integration/auditChain',
  'databaseAgnostic/access.tables',
  'integration/feed',
  'integration/access.posts',
  'databaseAgnostic/signIn',
  'databaseAgnostic/media',
  'databaseAgnostic/pictures',
  'databaseAgnostic/headers',
  'databaseAgnostic/server',
  'e2e/writerPublishes',
  'e2e/referenceByHand',
  'e2e/outages',
  'e2e/history',
  'e2e/typedWords',
  'e2e/readerPages',
  'e2e/administration',
  'e2e/signedOut',
  'e2e/contentSecurity',
  'e2e/forms',
  'e2e/keptPages',
  'e2e/enquiry',
  'e2e/journal',
  'e2e/randomEdits',
  'e2e/secondFactor',
  'e2e/backup',
  'e2e/proofOfLive',
  'e2e/pictureStorage',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex(name => moduleId.endsWith(`/${name}.test.ts`))
  return place === -1 ? LONGEST.length : place
}

/**
 * What a page or a change takes, on a machine that has other things to do. Where it must not take as long, a test says
 * so.
 */
const PATIENCE = { poll: { timeout: 10_000 } }

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'cms',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/databaseAgnostic/**', 'test/e2e/**'],
          maxWorkers: 4,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: 'test/integration/harness/globalSetup.ts',
          // Each file has a CMS of its own, and waits for it half of the time.
          maxWorkers: 4,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: PATIENCE,
        },
      },
      {
        test: {
          // These files need a running CMS, and give the same result on every database: they run on one of them.
          name: 'database-agnostic',
          include: ['test/databaseAgnostic/**/*.test.ts'],
          globalSetup: 'test/integration/harness/globalSetup.ts',
          maxWorkers: 4,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: PATIENCE,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/integration/harness/globalSetup.ts',
          // A web and a browser besides.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: PATIENCE,
        },
      },
    ],
  },
})
