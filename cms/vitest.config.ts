import type { TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

/** What takes longest, which a worker that took it last would keep all others waiting for. */
const LONGEST = [
  'leaks',
  'integration/publicState',
  'integration/keptPages',
  'access',
  'integration/rows',
  'content/demo',
  'access.posts',
  'content/command',
  'access.tables',
  'referenceByHand',
  'writerPublishes',
  'readerPages',
  'administration',
  'e2e/keptPages',
  'e2e/journal',
  'enquiry',
  'outages',
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

/** What a page or a change takes, on a machine that has other things to do. Where it must not take as long, a test says so. */
const PATIENCE = { poll: { timeout: 10_000 } }

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'cms',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/e2e/**'],
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
